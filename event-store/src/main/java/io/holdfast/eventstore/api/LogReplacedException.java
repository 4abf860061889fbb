package io.holdfast.eventstore.api;

/** Thrown when the log was restored or replaced while it was being read. Open a new stream to continue. */
public final class LogReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogReplacedException() {
        super("The event log was restored or replaced while it was read");
    }
}
