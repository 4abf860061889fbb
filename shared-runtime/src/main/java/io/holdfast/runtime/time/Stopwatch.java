package io.holdfast.runtime.time;

import java.time.Duration;

/** Measures elapsed time. Immutable: to restart, create a new one. */
public final class Stopwatch {
    private final Ticker ticker;
    private final long startedAt;

    private Stopwatch(Ticker ticker) {
        this.ticker = ticker;
        this.startedAt = ticker.nanos();
    }

    /** Starts now. */
    public static Stopwatch start() {
        return start(Ticker.SYSTEM);
    }

    /** Starts now, by this ticker. */
    public static Stopwatch start(Ticker ticker) {
        return new Stopwatch(ticker);
    }

    /** The time since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - startedAt);
    }

    /** Whether at least this much time has passed. */
    public boolean hasRun(Duration time) {
        return elapsed().compareTo(time) >= 0;
    }
}
