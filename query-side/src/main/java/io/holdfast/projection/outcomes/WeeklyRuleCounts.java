package io.holdfast.projection.outcomes;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The counts of each rule and selection route in a week. They are kept by the day (UTC) on which they became known, so
 * what was known on a day is the sum of the counts up to that day.
 *
 * @param byDay by day, then by rule id or route key
 */
public record WeeklyRuleCounts(WeekKey week, SortedMap<LocalDate, SortedMap<String, OutcomeCounts>> byDay) {
    public WeeklyRuleCounts {
        var sorted = new TreeMap<LocalDate, SortedMap<String, OutcomeCounts>>(byDay);
        byDay = Collections.unmodifiableSortedMap(sorted);
    }

    static WeeklyRuleCounts of(WeekKey week) {
        return new WeeklyRuleCounts(week, new TreeMap<>());
    }

    WeeklyRuleCounts plus(LocalDate knownOn, Map<String, OutcomeCounts> changes) {
        var days = new TreeMap<>(byDay);
        var day = CountsByKey.plus(days.getOrDefault(knownOn, Collections.emptySortedMap()), changes);
        if (day.isEmpty()) {
            days.remove(knownOn);
        } else {
            days.put(knownOn, day);
        }
        return new WeeklyRuleCounts(week, days);
    }

    /** Passes on everything that was known at the end of a day, or is known now. */
    void asKnownOn(@Nullable LocalDate lastDay, BiConsumer<String, OutcomeCounts> use) {
        byDay.forEach((day, tallies) -> {
            if (lastDay == null || !day.isAfter(lastDay)) {
                tallies.forEach(use);
            }
        });
    }
}
