package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.DurationHistogram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of outcomes, or the difference of two such counts.
 *
 * @param counts the count of each measure; a missing one is 0
 * @param heldInnocent how long shipments were held that were released without a positive finding
 */
public record OutcomeCounts(Map<Measure, Long> counts, DurationHistogram heldInnocent) {
    /** All counts are zero. */
    public static final OutcomeCounts NONE = new OutcomeCounts(Map.of(), DurationHistogram.NONE);

    public OutcomeCounts {
        var present = new EnumMap<Measure, Long>(Measure.class);
        counts.forEach((measure, n) -> {
            if (n != 0) {
                present.put(measure, n);
            }
        });
        counts = Collections.unmodifiableMap(present);
    }

    long get(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    /** The number of examined shipments with a known outcome. */
    long known() {
        return get(Measure.EXAMINED) - get(Measure.PENDING);
    }

    OutcomeCounts plus(OutcomeCounts other) {
        var sum = new EnumMap<Measure, Long>(Measure.class);
        sum.putAll(counts);
        other.counts.forEach((measure, n) -> sum.merge(measure, n, Long::sum));
        return new OutcomeCounts(sum, heldInnocent.plus(other.heldInnocent));
    }

    OutcomeCounts minus(OutcomeCounts other) {
        var negated = new EnumMap<Measure, Long>(Measure.class);
        other.counts.forEach((measure, n) -> negated.put(measure, -n));
        return plus(new OutcomeCounts(negated, other.heldInnocent.negated()));
    }
}
