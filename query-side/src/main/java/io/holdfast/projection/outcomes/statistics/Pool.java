package io.holdfast.projection.outcomes.statistics;

import io.holdfast.query.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things of neighbouring chances, put together so that there is something to judge them by. Each counts with the inverse of its
 * chance, so that a share that was changed in between does not tilt the rate.
 *
 * @param all how many
 * @param left how many of them were not drawn
 * @param known outcomes that are known
 * @param rate of positive ones; 0 while nothing is known
 * @param effective as many equal chances would tell as much: L. Kish, Survey Sampling (1965)
 */
record Pool(long all, long left, long known, double rate, double effective) {
    /** With fewer known outcomes a group of one chance has no interval of its own worth adding up. */
    static final int ENOUGH = 20;

    /** Groups of one chance are joined with those of the next chance until each pool has enough. */
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

    /** The interval of the rate among equals, before it is known what part of them was looked at. */
    Interval interval95() {
        return effective > 0 ? Exact.interval95(rate * effective, effective) : new Interval(0, 1);
    }

    /** What part was looked at. */
    double share() {
        return (double) known / all;
    }
}
