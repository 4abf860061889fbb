package io.holdfast.command.targeting;

import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.RuleFailures;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.Screening;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts, over many screenings with one rule set, the rules that could not be evaluated. Not thread-safe. */
public final class FailureCounts {
    private static final Comparator<RuleFailures> MOST_OFTEN_FIRST = Comparator.comparingLong(
                    RuleFailures::declarations)
            .reversed()
            .thenComparing(failures -> failures.first().ruleId().value());

    private final Map<RuleId, RuleFailures> counts = new HashMap<>();

    /** Adds the failures of one screening. */
    public void add(Screening screening) {
        for (FailedRule rule : screening.failed()) {
            counts.merge(rule.ruleId(), new RuleFailures(rule, 1), (before, _) -> before.plusOne());
        }
    }

    /** The rules that failed, most often first. */
    public List<RuleFailures> all() {
        return counts.values().stream().sorted(MOST_OFTEN_FIRST).toList();
    }
}
