package io.holdfast.command.targeting;

import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a rule does not compile, does not yield a boolean, is too large or always fails; nothing was
 * published.
 */
public final class BadConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleId rule;
    private final transient @Nullable ConditionPlace place;
    private final String reason;

    BadConditionException(RuleId rule, @Nullable ConditionPlace place, String reason) {
        super("rules." + rule + ".condition " + reason, null, false, false);
        this.rule = rule;
        this.place = place;
        this.reason = reason;
    }

    /** The rule with the bad condition. */
    public RuleId rule() {
        return rule;
    }

    /** The first position at fault; null when the condition as a whole is at fault. */
    public @Nullable ConditionPlace place() {
        return place;
    }

    /** What is wrong, worded to follow the name of the condition. */
    public String reason() {
        return reason;
    }
}
