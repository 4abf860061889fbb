package io.holdfast.command.targeting;

import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;

/** Creates screeners for rule sets without any history: for simulations, fits and measurements. */
public final class RuleSetScreeners {
    private RuleSetScreeners() {}

    /**
     * Screens with a rule set exactly as if it were active.
     *
     * @param ref the reference that its decisions name
     * @throws BadConditionException for a condition that does not compile
     * @throws io.holdfast.value.InvalidValueException when the conditions together cost too much
     */
    public static Screener of(RuleSetRef ref, RuleSet ruleSet) {
        return CelRules.compile(ref, ruleSet);
    }

    /** As {@link #of(RuleSetRef, RuleSet)}, as if the rule set were version 1. */
    public static Screener of(RuleSet ruleSet) {
        return of(new RuleSetRef(1, contentHash(ruleSet)), ruleSet);
    }

    /** The digest by which decisions name this content. */
    public static Sha256 contentHash(RuleSet ruleSet) {
        return ContentHash.of(ruleSet);
    }
}
