package io.holdfast.targeting;

import io.holdfast.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose condition could not be evaluated for a declaration. It counted as not fired, but that does not mean that
 * the condition did not hold: this is unknown.
 *
 * @param ruleId the rule
 * @param reason why, in at most {@value #MAX_REASON} characters; may quote declared values
 * @param place the position in the condition; absent when it is not known
 */
public record FailedRule(
        RuleId ruleId, String reason, @Nullable ConditionPlace place) {
    /** The maximum length of a reason, in characters. */
    public static final int MAX_REASON = 200;

    /** @throws io.holdfast.value.InvalidValueException without an id or reason */
    public FailedRule {
        Check.present(ruleId, "ruleId");
        reason = Check.line(reason, "reason", MAX_REASON);
    }
}
