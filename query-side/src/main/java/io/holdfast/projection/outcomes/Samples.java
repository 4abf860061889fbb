package io.holdfast.projection.outcomes;

import io.holdfast.projection.outcomes.statistics.Sampled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts by the way of deciding, as samples of what they were selected from. */
final class Samples {
    private final Map<Way, Tally> ways;
    private final Measure positive;

    /** @param positive what counts as positive: {@link Measure#POSITIVE} or {@link Measure#CONFIRMED} */
    Samples(Map<Way, Tally> ways, Measure positive) {
        this.ways = ways;
        this.positive = positive;
    }

    /** What no rule selected: for each propensity, those selected at random and those cleared. */
    List<Sampled> belowThreshold() {
        var propensities = new TreeSet<Double>();
        ways.keySet().stream()
                .filter(way -> way.decided().equals(Way.RANDOM) || way.decided().equals(Way.CLEARED))
                .map(Way::propensity)
                .filter(propensity -> propensity > 0)
                .forEach(propensities::add);
        return propensities.stream()
                .map(propensity -> sampled(
                        propensity,
                        tally(Way.RANDOM, propensity),
                        tally(Way.CLEARED, propensity).get(Measure.FIRED)))
                .toList();
    }

    /** All shipments that could be looked at, each part selected on grounds of its own. */
    List<List<Sampled>> all() {
        var parts = new ArrayList<List<Sampled>>();
        parts.add(belowThreshold());
        ways.forEach((way, tally) -> {
            if (!way.decided().equals(Way.RANDOM) && !way.decided().equals(Way.CLEARED)) {
                parts.add(List.of(sampled(1, tally, 0)));
            }
        });
        return parts;
    }

    private Tally tally(String decided, double propensity) {
        return ways.getOrDefault(new Way(decided, propensity), Tally.NONE);
    }

    private Sampled sampled(double chance, Tally drawn, long left) {
        return new Sampled(chance, drawn.get(Measure.FIRED), left, drawn.known(), drawn.get(positive));
    }

    /** Cleared while nothing was selected at random. */
    long withoutChance() {
        return tally(Way.CLEARED, 0).get(Measure.FIRED);
    }
}
