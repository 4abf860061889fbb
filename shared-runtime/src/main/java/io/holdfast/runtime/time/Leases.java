package io.holdfast.runtime.time;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Leases of others, as this node sees them run out: a holder that has shown no new sign of life for the time of a lease, by this node's
 * own ticker, has lost it, whatever moment it once wrote down. A lease written by a clock that ran ahead and was set
 * back, or that is wrong on one node, thus holds nobody up for longer than a lease from the first look at it on.
 */
public final class Leases {
    private static final int MOST = 10_000;

    private record Seen(Object sign, Stopwatch since) {}

    private final Duration lease;
    private final Ticker ticker;
    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param lease within which a holder shows a new sign of life */
    public Leases(Duration lease, Ticker ticker) {
        this.lease = lease;
        this.ticker = ticker;
    }

    /**
     * Looks at a lease. The first look at a sign begins its time.
     *
     * @param name of what is held
     * @param sign changes whenever the holder changes or shows that it lives
     * @return whether it is the same as a lease ago
     */
    public boolean isOver(String name, Object sign) {
        Seen known = seen.asMap()
                .compute(
                        name,
                        (_, before) -> before != null && before.sign().equals(sign)
                                ? before
                                : new Seen(sign, Stopwatch.start(ticker)));
        return known.since().hasRun(lease);
    }
}
