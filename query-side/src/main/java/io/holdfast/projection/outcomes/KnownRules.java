package io.holdfast.projection.outcomes;

import io.holdfast.targeting.Rule;
import java.util.List;

/** The rules of a published version; without what else a rule set holds. */
public record KnownRules(int version, List<Rule> rules) {
    public KnownRules {
        rules = List.copyOf(rules);
    }
}
