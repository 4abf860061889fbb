package io.holdfast.projection.outcomes;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of each pair of rules in a week, as known now.
 *
 * @param pairs by both ids, with a bar between
 */
public record WeeklyPairCounts(WeekKey week, SortedMap<String, OutcomeCounts> pairs) {
    public WeeklyPairCounts {
        pairs = Collections.unmodifiableSortedMap(pairs);
    }

    static WeeklyPairCounts of(WeekKey week) {
        return new WeeklyPairCounts(week, new TreeMap<>());
    }

    WeeklyPairCounts plus(Map<String, OutcomeCounts> changes) {
        return new WeeklyPairCounts(week, CountsByKey.plus(pairs, changes));
    }
}
