package io.holdfast.command.targeting;

/** Nothing can be screened, so nothing is released: no rule set is active, or this node cannot apply the one that is. */
public final class NoActiveRuleSet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Because none is active. */
    public NoActiveRuleSet() {
        this("No rule set is active, so nothing can be screened");
    }

    NoActiveRuleSet(String message) {
        super(message);
    }
}
