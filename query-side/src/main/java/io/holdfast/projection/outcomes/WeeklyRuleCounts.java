package io.holdfast.projection.outcomes;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of each rule, and of each way of deciding, in a week; told apart by the day in UTC on which it became known, so that
 * what was known on a day is the sum of what is dated up to it.
 *
 * @param byDay by day, and by the id of the rule or the key of the way
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

    /** Everything that was known at the end of a day, or is known now. */
    void asKnownOn(@Nullable LocalDate lastDay, BiConsumer<String, OutcomeCounts> use) {
        byDay.forEach((day, tallies) -> {
            if (lastDay == null || !day.isAfter(lastDay)) {
                tallies.forEach(use);
            }
        });
    }
}
