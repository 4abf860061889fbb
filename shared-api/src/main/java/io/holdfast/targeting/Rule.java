package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;

/**
 * A targeting rule.
 *
 * @param id the same in every version, so that feedback can compare versions
 * @param description why the rule exists, for targeting people
 * @param condition a CEL expression over the declared facts, of type boolean
 * @param weight what the rule adds to the score when it fires; negative for a trusted pattern
 * @param instruction what the officer should look for; the only part that officers see
 */
public record Rule(RuleId id, String description, String condition, double weight, String instruction) {
    /** @throws InvalidValueException for a missing part or a weight that is not a number between -1000 and 1000 */
    public Rule {
        Check.present(id, "rule.id");
        description = Check.text(description, "rule.description", 500);
        condition = Check.code(condition, "rule.condition", 4000);
        if (!(Math.abs(weight) <= 1000)) {
            throw new InvalidValueException("rule.weight", "must be a number between -1000 and 1000");
        }
        instruction = Check.text(instruction, "rule.instruction", 500);
    }
}
