package io.holdfast.command.outcomes;

/** The query side does not say what came of shipments. */
public final class OutcomesUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomesUnreachableException(String reason) {
        super(reason);
    }

    public OutcomesUnreachableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
