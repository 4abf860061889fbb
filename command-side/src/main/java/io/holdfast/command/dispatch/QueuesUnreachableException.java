package io.holdfast.command.dispatch;

/** The query side does not say what waits. */
public final class QueuesUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueuesUnreachableException(String reason) {
        super(reason);
    }

    public QueuesUnreachableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
