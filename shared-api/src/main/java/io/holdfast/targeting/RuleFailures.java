package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/**
 * How often a rule could not be evaluated among many declarations.
 *
 * @param first the first of these failures
 * @param declarations for how many declarations it failed
 */
public record RuleFailures(FailedRule first, long declarations) {
    /** @throws InvalidValueException without a failure */
    public RuleFailures {
        Check.present(first, "first");
        if (declarations < 1) {
            throw new InvalidValueException("declarations", "must be at least 1");
        }
    }

    /** One more. */
    public RuleFailures plusOne() {
        return new RuleFailures(first, declarations + 1);
    }
}
