package io.holdfast.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * A place in the event log that can be recognised: after a restore the log may hold another event there, or end before it.
 *
 * @param position of the last event seen; -1 before the first
 * @param event the identifier of that event; null when it was not noted, so that only the position can be compared
 */
public record LogMark(long position, @Nullable String event) {
    /** Before the first event. */
    public static final LogMark START = new LogMark(-1, null);
}
