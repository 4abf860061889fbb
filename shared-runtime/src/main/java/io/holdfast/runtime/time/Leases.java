package io.holdfast.runtime.time;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Decides when leases held by other nodes have expired: a holder that showed no new sign of life for the duration of a
 * lease, measured by this node's own ticker, has lost it, whatever times are written in the lease. So a wrong or reset
 * clock on one node delays the others by at most one lease, counted from their first look at it.
 */
public final class Leases {
    private static final int MOST = 10_000;

    private record Seen(Object sign, Stopwatch since) {}

    private final Duration lease;
    private final Ticker ticker;
    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param lease the time within which a holder must show a new sign of life */
    public Leases(Duration lease, Ticker ticker) {
        this.lease = lease;
        this.ticker = ticker;
    }

    /**
     * Looks at a lease; the first look at a new sign starts its time.
     *
     * @param name names what is leased
     * @param sign a value that changes whenever the holder changes or shows that it is alive
     * @return whether the sign has not changed for the duration of a lease
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
