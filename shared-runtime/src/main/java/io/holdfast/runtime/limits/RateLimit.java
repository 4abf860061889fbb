package io.holdfast.runtime.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** A token bucket per key, on this node. A key that was not used for a while is forgotten, its bucket being full. */
public final class RateLimit {
    private static final int MOST = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /** @param rate the rate for each key */
    public RateLimit(Rate rate) {
        this(rate, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(Rate rate, TimeMeter clock) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(rate.per())
                .build(_ -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit -> limit.capacity(rate.count()).refillGreedy(rate.count(), rate.per()))
                        .build());
    }

    /** Takes a token; if there is none, returns how long until there is. */
    public Optional<Duration> take(String key) {
        var taken = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    /** How long until a token is available; empty when one is. Does not take it. */
    public Optional<Duration> untilNext(String key) {
        var bucket = buckets.getIfPresent(key);
        if (bucket == null) {
            return Optional.empty();
        }
        var there = bucket.estimateAbilityToConsume(1);
        return there.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(there.getNanosToWaitForRefill()));
    }
}
