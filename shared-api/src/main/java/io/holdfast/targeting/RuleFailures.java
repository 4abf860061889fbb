package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/**
 * How often one rule could not be evaluated, over many declarations.
 *
 * @param first the first failure
 * @param declarations the number of declarations for which it failed
 */
public record RuleFailures(FailedRule first, long declarations) {
    /** @throws InvalidValueException if the failure is missing */
    public RuleFailures {
        Check.present(first, "first");
        if (declarations < 1) {
            throw new InvalidValueException("declarations", "must be at least 1");
        }
    }

    /** A copy that counts one more declaration. */
    public RuleFailures plusOne() {
        return new RuleFailures(first, declarations + 1);
    }
}
