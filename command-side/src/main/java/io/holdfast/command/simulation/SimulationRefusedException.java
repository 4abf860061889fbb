package io.holdfast.command.simulation;

/** A simulation was not started, or was not found. */
public abstract sealed class SimulationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private SimulationRefusedException(String message) {
        super(message, null, false, false);
    }

    /** This instance does not know the simulation: it never existed, ended long ago, or runs on another instance. */
    public static final class NoSuchSimulationException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        NoSuchSimulationException(String id) {
            super("This instance knows no simulation " + id + "; the result of one that is done is with the draft");
        }
    }

    /** Too many simulations are running or waiting. */
    public static final class TooManySimulationsException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        TooManySimulationsException(int most) {
            super("At most " + most + " simulations wait or run at a time");
        }
    }

    /**
     * The actor does not see every port: the result would cover some ports only, yet be recorded with the draft as if
     * it covered all.
     */
    public static final class EveryPortRequiredException extends SimulationRefusedException {
        private static final long serialVersionUID = 1L;

        EveryPortRequiredException() {
            super("A simulation needs somebody who sees every port");
        }
    }
}
