package io.holdfast.eventstore.api;

/** The log is not the one any more that was read so far: it was restored or replaced meanwhile. A stream has to be opened anew. */
public final class LogReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogReplacedException() {
        super("The event log was restored or replaced while it was read");
    }
}
