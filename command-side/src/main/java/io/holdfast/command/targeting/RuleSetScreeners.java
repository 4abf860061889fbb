package io.holdfast.command.targeting;

import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;

/** Rule sets at work, without any history: for simulations, fits and measurements. */
public final class RuleSetScreeners {
    private RuleSetScreeners() {}

    /**
     * Screens by a rule set, exactly as it would once it is active.
     *
     * @param ref what its decisions name as the rules that decided
     * @throws BadConditionException for a condition that does not compile
     * @throws io.holdfast.value.InvalidValueException for conditions that cost too much together
     */
    public static Screener of(RuleSetRef ref, RuleSet ruleSet) {
        return CelRules.compile(ref, ruleSet);
    }

    /** As {@link #of(RuleSetRef, RuleSet)}, as though it were version 1. */
    public static Screener of(RuleSet ruleSet) {
        return of(new RuleSetRef(1, contentHash(ruleSet)), ruleSet);
    }

    /** The digest by which decisions name this content. */
    public static Sha256 contentHash(RuleSet ruleSet) {
        return ContentHash.of(ruleSet);
    }
}
