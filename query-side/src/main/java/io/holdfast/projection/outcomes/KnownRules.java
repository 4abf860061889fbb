package io.holdfast.projection.outcomes;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.util.List;

/** The rules and risk profiles of a version or draft, without the profiles' tables. */
public record KnownRules(List<Rule> rules, List<Profile> profiles) {
    /** No rules and no profiles. */
    public static final KnownRules NONE = new KnownRules(List.of(), List.of());

    public KnownRules {
        rules = List.copyOf(rules);
        profiles = List.copyOf(profiles);
    }

    /** A risk profile without its table. */
    public record Profile(RuleId id, String description, List<String> fields, double weight) {
        public Profile {
            fields = List.copyOf(fields);
        }
    }

    /** Whether a rule or profile has this identifier. */
    boolean has(String id) {
        return rules.stream().anyMatch(rule -> rule.id().value().equals(id))
                || profiles.stream().anyMatch(profile -> profile.id().value().equals(id));
    }

    static KnownRules of(RuleSet set) {
        return new KnownRules(
                set.rules(),
                set.profiles().stream()
                        .map(p -> new Profile(p.id(), p.description(), p.fields(), p.weight()))
                        .toList());
    }
}
