package io.holdfast.runtime.evidence;

/** A file was not stored as it came, or was taken for abandoned before an event named it; it can be sent again. */
public final class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why for the log files */
    public NotStoredException(String why) {
        super(why);
    }
}
