package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the rate of positives in a population whose parts were sampled with different probabilities.
 *
 * <p>Within a part of equal probability, the rate is that of its sample; across parts, each sampled item is weighted by
 * the inverse of its probability. The interval of each part is that of Clopper and Pearson, narrowed by the fraction of
 * the finite population that was sampled. The intervals are combined through the distances of their limits from the
 * rates: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693-1702. With small counts, coverage is above the
 * nominal level rather than below.
 */
public final class InversePropensity {
    private InversePropensity() {}

    /**
     * An estimated rate.
     *
     * @param share 0 to 1
     * @param share95 its 95 % interval
     */
    public record Rate(double share, Interval share95) {}

    /**
     * The rate in the whole population.
     *
     * @param parts parts that were selected on different grounds; a sample is only generalised within its own part
     * @return null if the population is empty, or if a part has no known outcome
     */
    public static @Nullable Rate ofAll(List<List<Sampled>> parts) {
        var pools = parts.stream().flatMap(part -> Pool.of(part).stream()).toList();
        return rate(pools, Pool::all, pool -> Math.sqrt(1 - pool.share()));
    }

    /**
     * The rate among the items that were not sampled.
     *
     * @return null if there are none, or if no outcome is known for comparable ones
     */
    public static @Nullable Rate ofThoseLeft(List<Sampled> part) {
        // The error of the difference between sampled and unsampled items, not of the whole population.
        return rate(Pool.of(part), Pool::left, pool -> 1 / Math.sqrt(1 - pool.share()));
    }

    private static @Nullable Rate rate(List<Pool> all, ToDoubleFunction<Pool> size, ToDoubleFunction<Pool> narrowing) {
        List<Pool> pools =
                all.stream().filter(pool -> size.applyAsDouble(pool) > 0).toList();
        double whole = pools.stream().mapToDouble(size).sum();
        if (pools.isEmpty() || pools.stream().anyMatch(pool -> pool.known() == 0)) {
            return null;
        }
        double rate = 0;
        double below = 0;
        double above = 0;
        for (Pool pool : pools) {
            double weight = size.applyAsDouble(pool) / whole;
            double narrow = narrowing.applyAsDouble(pool);
            Interval interval = pool.interval95();
            rate += weight * pool.rate();
            below = Math.hypot(below, weight * narrow * (pool.rate() - interval.low()));
            above = Math.hypot(above, weight * narrow * (interval.high() - pool.rate()));
        }
        return new Rate(rate, new Interval(Math.max(0, rate - below), Math.min(1, rate + above)));
    }
}
