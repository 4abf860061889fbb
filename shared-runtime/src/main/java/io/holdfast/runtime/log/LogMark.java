package io.holdfast.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * A position in the event log together with the event found there. After a restore, the log may have another event at
 * that position, or end before it.
 *
 * @param position the position of the last event read; -1 before the first
 * @param event the identifier of that event; null when it was not recorded, so that only the position can be compared
 */
public record LogMark(long position, @Nullable String event) {
    /** Before the first event. */
    public static final LogMark START = new LogMark(-1, null);
}
