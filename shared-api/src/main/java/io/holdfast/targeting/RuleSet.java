package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.util.List;

/**
 * What selects shipments: rules, a threshold and a random share.
 *
 * @param name what targeting people call it
 * @param rules at most {@value #MAX_RULES}, with ids that differ
 * @param threshold a shipment whose score reaches it is selected
 * @param randomShare the share (0 to 1) of the others that is selected at random, so that feedback sees what no rule selects
 * @param seed makes the random choice repeatable: it depends on seed and shipment alone
 */
public record RuleSet(String name, List<Rule> rules, double threshold, double randomShare, long seed) {
    /** The most rules that a set can hold. */
    public static final int MAX_RULES = 500;

    /** @throws InvalidValueException for no name, two rules of one id, no positive threshold or a share outside of 0 to 1 */
    public RuleSet {
        name = Check.text(name, "name", 120);
        rules = Check.atMost(rules, "rules", MAX_RULES);
        if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new InvalidValueException("rules", "must have ids that differ");
        }
        if (!(threshold > 0 && threshold <= 1_000_000)) {
            throw new InvalidValueException("threshold", "must be more than 0 and at most 1000000");
        }
        if (!(randomShare >= 0 && randomShare <= 1)) {
            throw new InvalidValueException("randomShare", "must be between 0 and 1");
        }
    }
}
