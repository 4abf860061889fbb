package io.holdfast.command.targeting;

/** Nothing can be screened, so nothing is released: no rule set is active, or this node cannot apply the active one. */
public final class NoActiveRuleSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** No rule set is active. */
    public NoActiveRuleSetException() {
        this("No rule set is active, so nothing can be screened");
    }

    NoActiveRuleSetException(String message) {
        super(message);
    }
}
