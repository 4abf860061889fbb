package io.holdfast.command.retuning;

/**
 * Nothing can be fitted: too few outcomes are known for the period, or nothing in it separates illegal from legitimate
 * cargo.
 */
public final class TooFewOutcomesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int known;

    TooFewOutcomesException(int known) {
        super("Of the period " + known + " outcomes are known, and no field tells positive from negative in them");
        this.known = known;
    }

    /** How many outcomes are known. */
    public int known() {
        return known;
    }
}
