package io.holdfast.projection.outcomes;

import io.holdfast.projection.outcomes.statistics.Sampled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Treats the counts by selection route as samples of the populations that shipments were selected from. */
final class Samples {
    private final Map<SelectionRoute, OutcomeCounts> ways;
    private final Measure positive;

    /**
     * Creates the samples.
     *
     * @param positive what counts as positive: {@link Measure#POSITIVE} or {@link Measure#CONFIRMED}
     */
    Samples(Map<SelectionRoute, OutcomeCounts> ways, Measure positive) {
        this.ways = ways;
        this.positive = positive;
    }

    /** Shipments that no rule selected: for each propensity, those selected at random and those cleared. */
    List<Sampled> belowThreshold() {
        var propensities = new TreeSet<Double>();
        ways.keySet().stream()
                .filter(way -> way.decided().equals(SelectionRoute.RANDOM)
                        || way.decided().equals(SelectionRoute.CLEARED))
                .map(SelectionRoute::propensity)
                .filter(propensity -> propensity > 0)
                .forEach(propensities::add);
        return propensities.stream()
                .map(propensity -> sampled(
                        propensity,
                        tally(SelectionRoute.RANDOM, propensity),
                        tally(SelectionRoute.CLEARED, propensity).get(Measure.FIRED)))
                .toList();
    }

    /** All shipments that could have been examined, in one part for each basis of selection. */
    List<List<Sampled>> all() {
        var parts = new ArrayList<List<Sampled>>();
        parts.add(belowThreshold());
        ways.forEach((way, tally) -> {
            if (!way.decided().equals(SelectionRoute.RANDOM) && !way.decided().equals(SelectionRoute.CLEARED)) {
                parts.add(List.of(sampled(1, tally, 0)));
            }
        });
        return parts;
    }

    private OutcomeCounts tally(String decided, double propensity) {
        return ways.getOrDefault(new SelectionRoute(decided, propensity), OutcomeCounts.NONE);
    }

    private Sampled sampled(double chance, OutcomeCounts drawn, long left) {
        return new Sampled(chance, drawn.get(Measure.FIRED), left, drawn.known(), drawn.get(positive));
    }

    /** The number of shipments cleared while random selection was off. */
    long withoutChance() {
        return tally(SelectionRoute.CLEARED, 0).get(Measure.FIRED);
    }
}
