package io.holdfast.projection.outcomes;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is counted of each pair of rules in a week, as known now.
 *
 * @param pairs by the ids of both, with a bar between
 */
public record WeekOfPairs(Week week, SortedMap<String, Tally> pairs) {
    public WeekOfPairs {
        pairs = Collections.unmodifiableSortedMap(pairs);
    }

    static WeekOfPairs of(Week week) {
        return new WeekOfPairs(week, new TreeMap<>());
    }

    WeekOfPairs plus(Map<String, Tally> changes) {
        return new WeekOfPairs(week, Sums.plus(pairs, changes));
    }
}
