package io.holdfast.runtime.ops;

import io.holdfast.runtime.time.Stopwatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What fails again and again in the background until somebody mends it: told in one line at its first time and twice a minute while it
 * lasts, so that no cause fills a log.
 */
public final class RecurringTrouble {
    private static final Duration REMINDER = Duration.ofSeconds(30);

    private final Logger log;
    private final String what;
    private @Nullable Stopwatch told;
    private long times;

    /** @param what fails, as the beginning of the line */
    public RecurringTrouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** It failed again. */
    public synchronized void is(Throwable cause) {
        times++;
        if (told == null || told.hasRun(REMINDER)) {
            log.warn("{}: {}; trying again ({} times so far)", what, cause.toString(), times);
            told = Stopwatch.start();
        }
    }

    /** It went well. */
    public synchronized void isOver() {
        if (told != null) {
            log.info("{}: over, after {} times", what, times);
        }
        told = null;
        times = 0;
    }
}
