package io.holdfast.projection.outcomes;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Helpers for counts by key. */
final class CountsByKey {
    private CountsByKey() {}

    /** The sum of both, without counts that add up to zero. */
    static SortedMap<String, OutcomeCounts> plus(
            SortedMap<String, OutcomeCounts> some, Map<String, OutcomeCounts> more) {
        var sums = new TreeMap<>(some);
        more.forEach((key, tally) -> {
            OutcomeCounts sum = sums.getOrDefault(key, OutcomeCounts.NONE).plus(tally);
            if (sum.equals(OutcomeCounts.NONE)) {
                sums.remove(key);
            } else {
                sums.put(key, sum);
            }
        });
        return sums;
    }
}
