package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rate of positive things in a whole of which parts were looked at with different chances.
 *
 * <p>Within a chance the rate is that of the things that were looked at; over chances each thing weighs the inverse of its own. The interval
 * of each part is Clopper and Pearson's, narrowed by what part of the finite whole was seen; the parts are added up
 * by the distances of their limits from their rates: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693-1702.
 * With small counts it covers more than it says rather than less.
 */
public final class InversePropensity {
    private InversePropensity() {}

    /**
     * A rate.
     *
     * @param share 0 to 1
     * @param share95 its 95 % interval
     */
    public record Rate(double share, Interval share95) {}

    /**
     * The rate among all of them.
     *
     * @param parts each was selected on grounds of its own; only parts of one list are judged by one another
     * @return null when there is nothing, or nothing is known of one of the parts
     */
    public static @Nullable Rate ofAll(List<List<Sampled>> parts) {
        var pools = parts.stream().flatMap(part -> Pool.of(part).stream()).toList();
        return rate(pools, Pool::all, pool -> Math.sqrt(1 - pool.share()));
    }

    /**
     * The rate among those that were not drawn.
     *
     * @return null when there are none, or nothing is known of their like
     */
    public static @Nullable Rate ofThoseLeft(List<Sampled> part) {
        // The error of a difference between what was seen and what was not, instead of the whole.
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
