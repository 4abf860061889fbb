package io.holdfast.projection.rulefeedback;

import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.Wilson;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.targeting.Rule;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers which rules earn their keep. A published rule that never fired is listed too: that is an answer. */
@Component
class FeedbackQuestions {
    private final RuleTallies kept;

    FeedbackQuestions(RuleTallies kept) {
        this.kept = kept;
    }

    @QueryHandler
    AssessRules.Answer handle(AssessRules q) {
        if (Ports.none(q.scope())) {
            return new AssessRules.Answer(List.of());
        }
        Map<RuleKey, Rule> rules = rules(q);
        SortedMap<RuleKey, Tally> sums = new TreeMap<>();
        rules.keySet().forEach(rule -> sums.put(rule, Tally.NONE));
        kept.tallies(q.scope(), q.version(), q.rule())
                .forEach(tally -> sums.merge(tally.rule(), tally.tally(), Tally::plus));
        return new AssessRules.Answer(sums.entrySet().stream()
                .map(sum -> result(sum.getKey(), sum.getValue(), rules.get(sum.getKey()), q.withLogic()))
                .toList());
    }

    private Map<RuleKey, Rule> rules(AssessRules q) {
        var rules = new TreeMap<RuleKey, Rule>();
        kept.ruleSets(q.version())
                .forEach((version, set) -> set.rules().stream()
                        .filter(rule ->
                                q.rule() == null || q.rule().equals(rule.id().value()))
                        .forEach(
                                rule -> rules.put(new RuleKey(version, rule.id().value()), rule)));
        return rules;
    }

    private static RuleResult result(RuleKey key, Tally sum, @Nullable Rule rule, boolean withLogic) {
        boolean examined = sum.examined() > 0;
        var median = sum.heldInnocent().median();
        return new RuleResult(
                key.version() == RuleKey.NO_RULE_SET ? null : Integer.valueOf(key.version()),
                key.rule(),
                rule == null ? null : rule.instruction(),
                rule == null || !withLogic
                        ? null
                        : new AssessRules.Logic(rule.description(), rule.condition(), rule.weight()),
                sum.fired(),
                sum.selected(),
                sum.examined(),
                sum.positive(),
                examined ? Double.valueOf((double) sum.positive() / sum.examined()) : null,
                examined ? Wilson.interval95(sum.positive(), sum.examined()) : null,
                sum.heldInnocent().size(),
                median.isEmpty() ? null : Double.valueOf(median.getAsDouble() / 60));
    }
}
