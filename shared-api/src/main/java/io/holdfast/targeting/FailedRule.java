package io.holdfast.targeting;

import io.holdfast.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose condition could not be evaluated for a declaration. It counted as not fired, which is not the same as a condition
 * that does not hold: nobody knows whether it does.
 *
 * @param ruleId which rule
 * @param reason why, in at most {@value #MAX_REASON} characters; it may quote what was declared
 * @param place where in the condition; absent when it is not known
 */
public record FailedRule(
        RuleId ruleId, String reason, @Nullable ConditionPlace place) {
    /** The most characters of a reason. */
    public static final int MAX_REASON = 200;

    /** @throws io.holdfast.value.InvalidValueException without an id or reason */
    public FailedRule {
        Check.present(ruleId, "ruleId");
        reason = Check.line(reason, "reason", MAX_REASON);
    }
}
