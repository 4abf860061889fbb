package io.holdfast.command.targeting;

/** Failures that cannot be caused from outside. */
public final class Outages {
    private Outages() {}

    public static NoActiveRuleSetException noActiveRuleSet() {
        return new NoActiveRuleSetException("No rule set is active, so nothing can be screened");
    }
}
