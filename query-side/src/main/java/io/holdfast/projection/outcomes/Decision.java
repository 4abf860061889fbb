package io.holdfast.projection.outcomes;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Check;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first decision whether to select a shipment for examination.
 *
 * @param position the position of the decision in the log
 * @param basis absent if the shipment was cleared
 * @param ruleSet the rule set that decided; absent if people or an external engine did
 * @param propensity the probability of being selected; 1 without a rule set
 * @param score the score from the rules; 0 without a rule set
 * @param threshold the score from which the rules select; 0 without a rule set
 * @param fired rules that fired
 * @param failed rules that could not be evaluated; empty for decisions stored before these were recorded
 * @param profiles risk profiles that spoke for selection
 */
public record Decision(
        long position,
        Declaration declaration,
        Instant at,
        @Nullable SelectionBasis basis,
        @Nullable RuleSetRef ruleSet,
        double propensity,
        double score,
        double threshold,
        List<Fired> fired,
        List<RuleId> failed,
        List<Fired> profiles) {

    public Decision {
        fired = List.copyOf(fired);
        failed = Check.atMost(failed, "failed", RuleSet.MAX_RULES);
        profiles = List.copyOf(profiles);
    }

    /** A rule that fired or a risk profile, and what it added to the score. */
    public record Fired(RuleId rule, double weight) {}

    /** The decision in an event; empty if it has none or does not carry the declaration. */
    static Optional<Decision> of(ShipmentEvent event, long position) {
        return event.declared().map(declared -> switch (event) {
            case ShipmentTargeted e -> of(position, declared, e.at(), e.basis(), e.screening());
            case ShipmentCleared e -> of(position, declared, e.at(), null, e.screening());
            default -> of(position, declared, event.at(), null, null);
        });
    }

    private static Decision of(
            long position, Declaration d, Instant at, @Nullable SelectionBasis basis, @Nullable Screening s) {
        if (s == null) {
            return new Decision(position, d, at, basis, null, 1, 0, 0, List.of(), List.of(), List.of());
        }
        var fired = s.fired().stream()
                .map(rule -> new Fired(rule.ruleId(), rule.weight()))
                .distinct()
                .toList();
        var failed = s.failed().stream().map(FailedRule::ruleId).distinct().toList();
        var profiles = s.profiles().stream()
                .filter(profile -> profile.contribution() > 0)
                .map(profile -> new Fired(profile.profile(), profile.contribution()))
                .toList();
        return new Decision(
                position, d, at, basis, s.ruleSet(), s.propensity(), s.score(), s.threshold(), fired, failed, profiles);
    }

    /**
     * The rules and profiles that influenced the decision: for selection or, for a rule of negative weight, against it.
     */
    List<Fired> causes() {
        return Stream.concat(fired.stream(), profiles.stream()).toList();
    }

    boolean selected() {
        return basis != null;
    }

    int version() {
        return ruleSet == null ? RuleKey.NO_RULE_SET : ruleSet.version();
    }

    /** Whether the rules selected the shipment, and would not have done so without this one. */
    boolean dueTo(Fired rule) {
        return basis == SelectionBasis.RULES
                && ruleSet != null
                // In decimal arithmetic, like the score itself.
                && BigDecimal.valueOf(score)
                                .subtract(BigDecimal.valueOf(rule.weight()))
                                .compareTo(BigDecimal.valueOf(threshold))
                        < 0;
    }
}
