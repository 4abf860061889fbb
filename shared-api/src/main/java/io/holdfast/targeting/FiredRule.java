package io.holdfast.targeting;

import io.holdfast.value.Check;

/**
 * A rule whose condition held.
 *
 * @param ruleId the rule
 * @param weight what it added to the score
 * @param instruction what the officer should look for
 */
public record FiredRule(RuleId ruleId, double weight, String instruction) {
    /** @throws io.holdfast.value.InvalidValueException without an id or instruction */
    public FiredRule {
        Check.present(ruleId, "ruleId");
        Check.finite(weight, "weight");
        instruction = Check.text(instruction, "instruction", 500);
    }
}
