package io.holdfast.projection.outcomes.web;

/** No version contains this rule, and no rule of this name ever fired. */
final class NoSuchRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRuleException(String rule) {
        super("There is no rule " + rule);
    }
}
