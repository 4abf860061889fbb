package io.holdfast.eventstore.append;

import java.time.Duration;
import org.slf4j.Logger;

/**
 * What goes wrong again and again until somebody mends it, told at its first time, when it changes, and now and then while it
 * lasts, so that a log is not filled by one cause. Used by one thread.
 */
final class FailureLog {
    private static final long REMINDER_NANOS = Duration.ofSeconds(30).toNanos();

    private final Logger log;
    private final String over;
    private String told = "";
    private long toldAt;
    private int since;

    /** @param over what to say when it is over */
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
