package io.holdfast.command.simulation;

/** Why no simulation was begun, or none was found. */
public abstract sealed class SimulationRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SimulationRefusal(String message) {
        super(message, null, false, false);
    }

    /** This instance does not know it: it never was, ended long ago, or runs on another instance. */
    public static final class NoSuchSimulation extends SimulationRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchSimulation(String id) {
            super("This instance knows no simulation " + id + "; the result of one that is done is with the draft");
        }
    }

    /** Too many are under way. */
    public static final class TooManySimulations extends SimulationRefusal {
        private static final long serialVersionUID = 1L;

        TooManySimulations(int most) {
            super("At most " + most + " simulations wait or run at a time");
        }
    }

    /** The result would be about some ports only, and stand with the draft as though it were about all. */
    public static final class EveryPortRequired extends SimulationRefusal {
        private static final long serialVersionUID = 1L;

        EveryPortRequired() {
            super("A simulation needs somebody who sees every port");
        }
    }
}
