package io.holdfast.runtime.log;

import java.util.Optional;

/**
 * Detects that the event log was replaced, for components that keep state derived from the log in memory and store no
 * position of their own.
 */
public final class LogAnchor {
    private final LogHistory history;
    private LogMark mark = LogMark.START;

    public LogAnchor(LogHistory history) {
        this.history = history;
    }

    /**
     * Drops the anchor at the current end of the log; call it after reading. If the log no longer matches the previous
     * anchor, that anchor stays in place, so that the next call of {@link #departure} reports the change: the log may
     * be replaced at any time.
     */
    public synchronized void drop() {
        long head = history.head();
        LogMark now = history.at(head)
                .map(event -> new LogMark(head, event.getIdentifier()))
                .orElse(LogMark.START);
        if (history.departure(mark).isEmpty()) {
            mark = now;
        }
    }

    /** Forgets the anchor, because the state derived from that log was discarded. */
    public synchronized void weigh() {
        mark = LogMark.START;
    }

    /** Why the log is no longer the one on which the anchor was dropped; empty when it still is. */
    public synchronized Optional<String> departure() {
        return history.departure(mark);
    }
}
