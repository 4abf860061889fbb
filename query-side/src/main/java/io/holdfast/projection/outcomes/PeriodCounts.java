package io.holdfast.projection.outcomes;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Ports;
import io.holdfast.query.OutcomePeriod;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Adds up the weekly counts of a period. */
final class PeriodCounts {
    private final SortedMap<RuleKey, OutcomeCounts> rules = new TreeMap<>();
    private final SortedMap<SelectionRoute, OutcomeCounts> ways = new TreeMap<>();

    /** The period widened to whole weeks, from a Monday to a Sunday. */
    static OutcomePeriod widened(OutcomePeriod period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        return new OutcomePeriod(
                from == null ? null : WeekKey.monday(from),
                to == null ? null : WeekKey.monday(to).plusDays(6),
                period.asKnownOn());
    }

    /** The counts to read for a period. */
    static Outcomes.Wanted wanted(PortScope scope, OutcomePeriod period, @Nullable Integer version) {
        OutcomePeriod weeks = widened(period);
        return new Outcomes.Wanted(scope, weeks.from(), weeks.to(), version);
    }

    static PeriodCounts of(Outcomes kept, PortScope scope, OutcomePeriod period, @Nullable Integer version) {
        var sums = new PeriodCounts();
        if (!Ports.none(scope)) {
            kept.weeksOfRules(wanted(scope, period, version), week -> sums.add(week, period.asKnownOn()));
        }
        return sums;
    }

    void add(WeeklyRuleCounts week, @Nullable LocalDate asKnownOn) {
        week.asKnownOn(asKnownOn, adding(week.week().version()));
    }

    private BiConsumer<String, OutcomeCounts> adding(int version) {
        return (key, tally) -> {
            if (SelectionRoute.is(key)) {
                SelectionRoute way = SelectionRoute.parse(key);
                ways.merge(way, tally, OutcomeCounts::plus);
                if (way.listed()) {
                    rules.merge(new RuleKey(version, way.decided()), tally, OutcomeCounts::plus);
                }
            } else {
                rules.merge(new RuleKey(version, key), tally, OutcomeCounts::plus);
            }
        };
    }

    /** By version and rule, or pseudo rule. */
    SortedMap<RuleKey, OutcomeCounts> rules() {
        return rules;
    }

    /** By selection route. */
    SortedMap<SelectionRoute, OutcomeCounts> ways() {
        return ways;
    }
}
