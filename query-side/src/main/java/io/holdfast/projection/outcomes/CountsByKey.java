package io.holdfast.projection.outcomes;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by key. */
final class CountsByKey {
    private CountsByKey() {}

    /** Both together, without what adds up to nothing. */
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
