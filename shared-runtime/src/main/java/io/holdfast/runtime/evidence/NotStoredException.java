package io.holdfast.runtime.evidence;

/**
 * A file was not stored as it was sent, or was cleaned up as abandoned before an event named it; the caller can send it
 * again.
 */
public final class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why the reason, for the log files */
    public NotStoredException(String why) {
        super(why);
    }
}
