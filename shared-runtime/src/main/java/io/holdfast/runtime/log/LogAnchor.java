package io.holdfast.runtime.log;

import java.util.Optional;

/**
 * For those who keep in memory what they made of the log, without a place in it of their own: whether it is still the log that it
 * was when they looked last.
 */
public final class LogAnchor {
    private final LogHistory history;
    private LogMark mark = LogMark.START;

    public LogAnchor(LogHistory history) {
        this.history = history;
    }

    /**
     * Notes how far the log goes now; to be called after it was read. On another log than before nothing is noted, so that the
     * next look tells: the log may turn out to be another one at any question.
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

    /** Forgets where it was dropped: what was kept of that log is given up. */
    public synchronized void weigh() {
        mark = LogMark.START;
    }

    /** Why this is not the log any more on which the anchor was dropped; empty when it is. */
    public synchronized Optional<String> departure() {
        return history.departure(mark);
    }
}
