package io.holdfast.command.simulation;

/** Why no simulation was begun, or none was found. */
public abstract sealed class SimulationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SimulationRefusedException(String message) {
        super(message, null, false, false);
    }

    /** This instance does not know it: it never was, ended long ago, or runs on another instance. */
    public static final class NoSuchSimulationException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        NoSuchSimulationException(String id) {
            super("This instance knows no simulation " + id + "; the result of one that is done is with the draft");
        }
    }

    /** Too many are under way. */
    public static final class TooManySimulationsException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        TooManySimulationsException(int most) {
            super("At most " + most + " simulations wait or run at a time");
        }
    }

    /** The result would be about some ports only, and stand with the draft as though it were about all. */
    public static final class EveryPortRequiredException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        EveryPortRequiredException() {
            super("A simulation needs somebody who sees every port");
        }
    }
}
