package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.util.List;

/**
 * The result of screening a declaration with a rule set; enough to explain and to replay the decision.
 *
 * @param ruleSet the rule set that decided
 * @param score sum of the weights of the rules that fired and the contributions of the profiles; rounded to 4 decimals
 *     if any profile contributed
 * @param threshold the score from which shipments are selected
 * @param fired the rules that fired, even if the score stayed below the threshold
 * @param failed the rules that could not be evaluated and counted as not fired; empty in events from before failures
 *     were recorded
 * @param profiles the contribution of each risk profile, except those without data for the shipment; empty in events
 *     from before profiles existed
 * @param propensity the probability (0 to 1) with which this shipment was selected: 1 at or above the threshold,
 *     otherwise the random share; feedback weights outcomes by its inverse
 */
public record Screening(
        RuleSetRef ruleSet,
        double score,
        double threshold,
        List<FiredRule> fired,
        List<FailedRule> failed,
        List<ProfileScore> profiles,
        double propensity) {
    /** @throws InvalidValueException if the rule set is missing or the propensity is outside 0 to 1 */
    public Screening {
        Check.present(ruleSet, "ruleSet");
        Check.finite(score, "score");
        Check.finite(threshold, "threshold");
        fired = Check.atMost(fired, "fired", RuleSet.MAX_RULES);
        failed = Check.atMost(failed, "failed", RuleSet.MAX_RULES);
        profiles = Check.atMost(profiles, "profiles", RuleSet.MAX_PROFILES);
        if (!(propensity >= 0 && propensity <= 1)) {
            throw new InvalidValueException("propensity", "must be between 0 and 1");
        }
    }

    /** A screening by rules alone, none of which failed. */
    public Screening(RuleSetRef ruleSet, double score, double threshold, List<FiredRule> fired, double propensity) {
        this(ruleSet, score, threshold, fired, List.of(), List.of(), propensity);
    }
}
