package io.holdfast.projection.outcomes.web;

/** No version holds such a rule, and none of that name ever fired. */
final class NoSuchRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRuleException(String rule) {
        super("There is no rule " + rule);
    }
}
