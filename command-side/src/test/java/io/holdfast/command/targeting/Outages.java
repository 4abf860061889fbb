package io.holdfast.command.targeting;

/** Failures that the outside cannot bring about. */
public final class Outages {
    private Outages() {}

    public static NoActiveRuleSet noActiveRuleSet() {
        return new NoActiveRuleSet("No rule set is active, so nothing can be screened");
    }
}
