package io.holdfast.projection.support;

/**
 * A query asks for a position that the log does not have: it comes from another log, or from before a restore of this
 * one.
 */
public final class PositionBeyondLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long head;

    PositionBeyondLogException(long wanted, long head) {
        super("The log ends at position " + head + ", and " + wanted
                + " is beyond it; ask with a position of this log, or none");
        this.head = head;
    }

    /** The position of the last event; -1 when there is none. */
    public long head() {
        return head;
    }
}
