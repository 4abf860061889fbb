package io.holdfast.command.targeting;

/** Nothing can be screened, so nothing is released: no rule set is active, or this node cannot apply the one that is. */
public final class NoActiveRuleSet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoActiveRuleSet(String message) {
        super(message);
    }
}
