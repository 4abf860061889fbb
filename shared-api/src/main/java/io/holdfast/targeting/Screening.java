package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.util.List;

/**
 * What a rule set made of a declaration; enough to explain and to replay the decision.
 *
 * @param ruleSet the rules that decided
 * @param score sum of the weights of the rules that fired and of what the profiles added; rounded to 4 decimals where any did
 * @param threshold the score from which a shipment is selected
 * @param fired the rules that fired, also below the threshold
 * @param failed the rules that could not be evaluated and therefore counted as not fired; empty in events of before they were
 *     recorded
 * @param profiles what each risk profile added, without those that know nothing of the shipment; empty in events of before
 *     there were profiles
 * @param propensity the probability (0 to 1) with which this shipment was selected: 1 at or above the threshold, else the
 *     random share; feedback weighs outcomes by its inverse
 */
public record Screening(
        RuleSetRef ruleSet,
        double score,
        double threshold,
        List<FiredRule> fired,
        List<FailedRule> failed,
        List<ProfileScore> profiles,
        double propensity) {
    /** @throws InvalidValueException for a missing rule set or a propensity outside of 0 to 1 */
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

    /** By rules alone, none of which failed. */
    public Screening(RuleSetRef ruleSet, double score, double threshold, List<FiredRule> fired, double propensity) {
        this(ruleSet, score, threshold, fired, List.of(), List.of(), propensity);
    }
}
