package io.holdfast.command.targeting;

/** Failures that the outside cannot bring about. */
public final class Outages {
    private Outages() {}

    public static NoActiveRuleSetException noActiveRuleSet() {
        return new NoActiveRuleSetException("No rule set is active, so nothing can be screened");
    }
}
