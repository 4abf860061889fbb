package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Samples of neighbouring probabilities, pooled so that there are enough outcomes to estimate from. Each item is
 * weighted by the inverse of its probability, so a sampling share that changed in between does not bias the rate.
 *
 * @param all number of items
 * @param left number of items that were not sampled
 * @param known number of known outcomes
 * @param rate the rate of positives; 0 while no outcome is known
 * @param effective the effective sample size, as if all probabilities were equal: L. Kish, Survey Sampling (1965)
 */
record Pool(long all, long left, long known, double rate, double effective) {
    /** With fewer known outcomes, a sample of one probability is too small for an interval of its own. */
    static final int ENOUGH = 20;

    /** Joins samples with those of the next probability until each pool has enough known outcomes. */
    static List<Pool> of(List<Sampled> sampled) {
        var pools = new ArrayList<Pool>();
        var waiting = new ArrayList<Sampled>();
        List<Sampled> last = List.of();
        for (Sampled next : sampled.stream()
                .filter(s -> s.all() > 0)
                .sorted(Comparator.comparingDouble(Sampled::chance))
                .toList()) {
            waiting.add(next);
            if (waiting.stream().mapToLong(Sampled::known).sum() >= ENOUGH) {
                last = List.copyOf(waiting);
                pools.add(joined(last));
                waiting.clear();
            }
        }
        if (!waiting.isEmpty()) {
            if (!pools.isEmpty()) {
                pools.removeLast();
            }
            waiting.addAll(last);
            pools.add(joined(waiting));
        }
        return pools;
    }

    private static Pool joined(List<Sampled> sampled) {
        double weights =
                sampled.stream().mapToDouble(s -> s.known() / s.chance()).sum();
        double squares = sampled.stream()
                .mapToDouble(s -> s.known() / (s.chance() * s.chance()))
                .sum();
        double positive =
                sampled.stream().mapToDouble(s -> s.positive() / s.chance()).sum();
        return new Pool(
                sampled.stream().mapToLong(Sampled::all).sum(),
                sampled.stream().mapToLong(Sampled::left).sum(),
                sampled.stream().mapToLong(Sampled::known).sum(),
                weights > 0 ? Math.min(1, positive / weights) : 0,
                squares > 0 ? weights * weights / squares : 0);
    }

    /** The interval of the rate, before it is narrowed by the fraction that was sampled. */
    Interval interval95() {
        return effective > 0 ? Exact.interval95(rate * effective, effective) : new Interval(0, 1);
    }

    /** The fraction of items with a known outcome. */
    double share() {
        return (double) known / all;
    }
}
