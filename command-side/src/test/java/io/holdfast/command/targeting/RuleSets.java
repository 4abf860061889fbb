package io.holdfast.command.targeting;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import java.util.List;

/** Rule sets for tests. */
final class RuleSets {
    private RuleSets() {}

    static Rule rule(String id, String condition, double weight) {
        return new Rule(new RuleId(id), "Because " + id, condition, weight, "Look into " + id);
    }

    static RuleSet of(double threshold, double share, Rule... rules) {
        return new RuleSet("Test rules", List.of(rules), threshold, share, 42);
    }

    static RuleSet one(String condition) {
        return of(1, 0, rule("r1", condition, 1));
    }

    static CompiledRuleSet compiled(RuleSet ruleSet) {
        return CelRules.compile(new RuleSetRef(1, ContentHash.of(ruleSet)), ruleSet);
    }

    static boolean fires(String condition, SampleDeclarations declaration) {
        return compiled(one(condition)).screen(declaration.build()).selected();
    }
}
