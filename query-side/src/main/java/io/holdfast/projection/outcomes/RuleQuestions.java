package io.holdfast.projection.outcomes;

import io.holdfast.projection.answer.Ports;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.Baseline;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.query.TrendRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how well rules perform. A published rule that never fired is listed too: that is a result. */
@Component
class RuleQuestions {
    private final Outcomes kept;

    RuleQuestions(Outcomes kept) {
        this.kept = kept;
    }

    @QueryHandler
    AssessRules.Answer handle(AssessRules q) {
        PeriodCounts period = PeriodCounts.of(kept, q.scope(), q.period(), q.version());
        Baseline baseline = Findings.baseline(period.ways());
        Map<RuleKey, PublishedRules.Known> rules = Ports.none(q.scope()) ? Map.of() : PublishedRules.of(q, kept);
        SortedMap<RuleKey, OutcomeCounts> sums = new TreeMap<>(period.rules());
        rules.keySet().forEach(rule -> sums.putIfAbsent(rule, OutcomeCounts.NONE));
        return new AssessRules.Answer(
                PeriodCounts.widened(q.period()),
                baseline,
                sums.entrySet().stream()
                        .filter(sum ->
                                q.rule() == null || q.rule().equals(sum.getKey().rule()))
                        .map(sum -> {
                            PublishedRules.Known known = rules.get(sum.getKey());
                            return result(sum.getKey(), sum.getValue(), known, baseline);
                        })
                        .toList());
    }

    private static RuleResult result(
            RuleKey key, OutcomeCounts sum, PublishedRules.@Nullable Known known, Baseline baseline) {
        double hours = hours(sum, Measure.MINUTES_EXAMINED);
        long hits = sum.get(Measure.POSITIVE);
        var median = sum.heldInnocent().median();
        return new RuleResult(
                key.version() == RuleKey.NO_RULE_SET ? null : Integer.valueOf(key.version()),
                key.rule(),
                known == null ? null : known.instruction(),
                known == null ? null : known.logic(),
                sum.get(Measure.FIRED),
                sum.get(Measure.FAILED),
                sum.get(Measure.SELECTED),
                Findings.of(sum, baseline),
                sum.get(Measure.SOLE_EXAMINED),
                sum.get(Measure.SOLE_HITS),
                hours,
                hits == 0 ? null : Double.valueOf(hours / hits),
                sum.heldInnocent().size(),
                median.isEmpty() ? null : Double.valueOf(median.getAsDouble() / 60),
                hours(sum, Measure.MINUTES_HELD_INNOCENT));
    }

    private static double hours(OutcomeCounts sum, Measure minutes) {
        return sum.get(minutes) / 60.0;
    }

    @QueryHandler
    TrendRule.Answer handle(TrendRule q) {
        var weeks = new TreeMap<LocalDate, PeriodCounts>();
        if (!Ports.none(q.scope())) {
            kept.weeksOfRules(
                    PeriodCounts.wanted(q.scope(), q.period(), q.version()),
                    week -> weeks.computeIfAbsent(week.week().monday(), _ -> new PeriodCounts())
                            .add(week, q.period().asKnownOn()));
        }
        List<TrendRule.Week> rows = weeks.entrySet().stream()
                .map(week -> week(week.getKey(), week.getValue(), q.rule()))
                .filter(week -> week.fired() > 0 || week.failed() > 0)
                .toList();
        boolean known = !rows.isEmpty() || SelectionRoute.is(q.rule()) || PublishedRules.exists(q.rule(), kept);
        return new TrendRule.Answer(known, PeriodCounts.widened(q.period()), q.rule(), rows);
    }

    private static TrendRule.Week week(LocalDate monday, PeriodCounts sums, String rule) {
        OutcomeCounts all = sums.rules().entrySet().stream()
                .filter(sum -> sum.getKey().rule().equals(rule))
                .map(Map.Entry::getValue)
                .reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        return new TrendRule.Week(
                monday,
                all.get(Measure.FIRED),
                all.get(Measure.FAILED),
                all.get(Measure.SELECTED),
                Findings.of(all, Findings.baseline(sums.ways())));
    }
}
