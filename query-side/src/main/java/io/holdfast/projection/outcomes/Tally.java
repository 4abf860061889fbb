package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.Minutes;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is counted; also the difference of two such counts.
 *
 * @param counts how many; what is missing is 0
 * @param heldInnocent the times for which those were held that were released without a positive finding
 */
public record Tally(Map<Measure, Long> counts, Minutes heldInnocent) {
    /** Nothing. */
    public static final Tally NONE = new Tally(Map.of(), Minutes.NONE);

    public Tally {
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

    /** Examined shipments whose outcome is known. */
    long known() {
        return get(Measure.EXAMINED) - get(Measure.PENDING);
    }

    Tally plus(Tally other) {
        var sum = new EnumMap<Measure, Long>(Measure.class);
        sum.putAll(counts);
        other.counts.forEach((measure, n) -> sum.merge(measure, n, Long::sum));
        return new Tally(sum, heldInnocent.plus(other.heldInnocent));
    }

    Tally minus(Tally other) {
        var negated = new EnumMap<Measure, Long>(Measure.class);
        other.counts.forEach((measure, n) -> negated.put(measure, -n));
        return plus(new Tally(negated, other.heldInnocent.negated()));
    }
}
