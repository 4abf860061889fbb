package io.holdfast.command.retuning;

import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The rules that people wrote: a retuned set keeps all of them. Their weights are scaled with the threshold, so that rules
 * which selected a shipment without any table still do.
 */
final class RetainedRules {
    private final RuleSet active;
    private final Screener alone;

    RetainedRules(RuleSet active) {
        this.active = active;
        this.alone =
                RuleSetScreeners.of(new RuleSet(active.name(), active.rules(), active.threshold(), 0, active.seed()));
    }

    /** Which part of the threshold the rules reach. */
    double shareOfThreshold(Declaration declaration) {
        return active.rules().isEmpty()
                ? 0
                : alone.screen(declaration).screening().score() / active.threshold();
    }

    List<Rule> scaledTo(double threshold) {
        var factor =
                BigDecimal.valueOf(threshold).divide(BigDecimal.valueOf(active.threshold()), MathContext.DECIMAL64);
        return active.rules().stream().map(rule -> scaled(rule, factor)).toList();
    }

    /** Rounded up: what reached the threshold goes on reaching it. */
    private static Rule scaled(Rule rule, BigDecimal factor) {
        double weight = BigDecimal.valueOf(rule.weight())
                .multiply(factor)
                .setScale(4, RoundingMode.CEILING)
                .doubleValue();
        return new Rule(
                rule.id(), rule.description(), rule.condition(), Math.clamp(weight, -1000, 1000), rule.instruction());
    }
}
