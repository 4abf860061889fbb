package io.holdfast.command.retuning;

import io.holdfast.command.targeting.FailureCounts;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleFailures;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.Screening;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The rules that people wrote: a retuned rule set keeps all of them. Their weights are scaled with the threshold, so
 * rules that selected a shipment without any table still do.
 */
final class RetainedRules {
    private final RuleSet active;
    private final Screener alone;
    private final FailureCounts failures = new FailureCounts();

    RetainedRules(RuleSet active) {
        this.active = active;
        this.alone =
                RuleSetScreeners.of(new RuleSet(active.name(), active.rules(), active.threshold(), 0, active.seed()));
    }

    /**
     * The fraction of the threshold that the rules reach; a rule that fails counts as not fired, as in live screening.
     */
    double shareOfThreshold(Declaration declaration) {
        if (active.rules().isEmpty()) {
            return 0;
        }
        Screening screening = alone.screen(declaration).screening();
        failures.add(screening);
        return screening.score() / active.threshold();
    }

    /** The rules that have failed so far, most often first. */
    List<RuleFailures> failed() {
        return failures.all();
    }

    List<Rule> scaledTo(double threshold) {
        var factor =
                BigDecimal.valueOf(threshold).divide(BigDecimal.valueOf(active.threshold()), MathContext.DECIMAL64);
        return active.rules().stream().map(rule -> scaled(rule, factor)).toList();
    }

    /** Rounded up, so that rules that reached the old threshold still reach the new one. */
    private static Rule scaled(Rule rule, BigDecimal factor) {
        double weight = BigDecimal.valueOf(rule.weight())
                .multiply(factor)
                .setScale(4, RoundingMode.CEILING)
                .doubleValue();
        return new Rule(
                rule.id(), rule.description(), rule.condition(), Math.clamp(weight, -1000, 1000), rule.instruction());
    }
}
