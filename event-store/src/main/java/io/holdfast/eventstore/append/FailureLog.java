package io.holdfast.eventstore.append;

import java.time.Duration;
import org.slf4j.Logger;

/**
 * Logs a recurring failure the first time, when it changes, and at most every 30 seconds while it lasts, so that one
 * cause does not flood the log. Not thread-safe.
 */
final class FailureLog {
    private static final long REMINDER_NANOS = Duration.ofSeconds(30).toNanos();

    private final Logger log;
    private final String over;
    private String told = "";
    private long toldAt;
    private int since;

    /** @param over the message to log when the failure is over */
    FailureLog(Logger log, String over) {
        this.log = log;
        this.over = over;
    }

    void is(String what, RuntimeException cause) {
        long now = System.nanoTime();
        since++;
        boolean another = !told.equals(what);
        if (another || now - toldAt > REMINDER_NANOS) {
            log.warn("{}: {} ({} times so far)", what, cause.toString(), since);
            told = what;
            toldAt = now;
        }
    }

    void isOver() {
        if (since > 0) {
            log.info("{}, after {} failures", over, since);
        }
        told = "";
        since = 0;
    }
}
