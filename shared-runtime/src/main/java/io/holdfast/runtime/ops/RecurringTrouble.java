package io.holdfast.runtime.ops;

import io.holdfast.runtime.time.Stopwatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Reports a background task that keeps failing until somebody fixes it: one log line at the first failure and two per
 * minute while it lasts, so that it does not flood the log.
 */
public final class RecurringTrouble {
    private static final Duration REMINDER = Duration.ofSeconds(30);

    private final Logger log;
    private final String what;
    private @Nullable Stopwatch told;
    private long times;

    /** @param what what fails, as the beginning of the log line */
    public RecurringTrouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** Reports another failure. */
    public synchronized void is(Throwable cause) {
        times++;
        if (told == null || told.hasRun(REMINDER)) {
            log.warn("{}: {}; trying again ({} times so far)", what, cause.toString(), times);
            told = Stopwatch.start();
        }
    }

    /** Reports a success. */
    public synchronized void isOver() {
        if (told != null) {
            log.info("{}: over, after {} times", what, times);
        }
        told = null;
        times = 0;
    }
}
