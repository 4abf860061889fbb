package io.holdfast.runtime.time;

import java.time.Duration;

/** How long ago something was. Immutable: what begins anew gets a new one. */
public final class Stopwatch {
    private final Ticker ticker;
    private final long startedAt;

    private Stopwatch(Ticker ticker) {
        this.ticker = ticker;
        this.startedAt = ticker.nanos();
    }

    /** Begins now. */
    public static Stopwatch start() {
        return start(Ticker.SYSTEM);
    }

    /** Begins now, by this ticker. */
    public static Stopwatch start(Ticker ticker) {
        return new Stopwatch(ticker);
    }

    /** Since it began. */
    public Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - startedAt);
    }

    /** Whether that long or longer has passed. */
    public boolean hasRun(Duration time) {
        return elapsed().compareTo(time) >= 0;
    }
}
