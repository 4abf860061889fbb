package io.holdfast.command.shipment.domain;

/** The caller decided on an older version of the case than the current one. */
public final class StaleVersionException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    public StaleVersionException(long expected, long actual) {
        super("The case is at version " + actual + ", not " + expected);
        this.expected = expected;
        this.actual = actual;
    }

    /** The version that the caller knew. */
    public long expected() {
        return expected;
    }

    /** The version that the case has. */
    public long actual() {
        return actual;
    }
}
