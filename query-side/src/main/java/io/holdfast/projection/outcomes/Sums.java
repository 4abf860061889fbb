package io.holdfast.projection.outcomes;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by key. */
final class Sums {
    private Sums() {}

    /** Both together, without what adds up to nothing. */
    static SortedMap<String, Tally> plus(SortedMap<String, Tally> some, Map<String, Tally> more) {
        var sums = new TreeMap<>(some);
        more.forEach((key, tally) -> {
            Tally sum = sums.getOrDefault(key, Tally.NONE).plus(tally);
            if (sum.equals(Tally.NONE)) {
                sums.remove(key);
            } else {
                sums.put(key, sum);
            }
        });
        return sums;
    }
}
