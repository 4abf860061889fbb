package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;

/**
 * Identifies exactly the rules that decided.
 *
 * @param version the published version, from 1
 * @param contentHash digest of the content of that version
 */
public record RuleSetRef(int version, Sha256 contentHash) {
    /** @throws InvalidValueException for a version below 1 */
    public RuleSetRef {
        if (version < 1) {
            throw new InvalidValueException("ruleSet.version", "must be at least 1");
        }
        Check.present(contentHash, "ruleSet.contentHash");
    }
}
