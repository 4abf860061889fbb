package io.holdfast.projection.outcomes;

import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.Logic;
import io.holdfast.targeting.Rule;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the published versions, as far as an answer shows them. Versions are read one at a time, and at most
 * {@value #MAX_SIZE} characters of all of them together are kept.
 */
final class PublishedRules {
    static final int MAX_SIZE = 8_000_000;
    /** The size added for each rule besides its texts, for its figures. */
    private static final int FIGURES = 500;

    private final SortedMap<RuleKey, Known> known = new TreeMap<>();
    private final AssessRules question;
    private long size;

    private PublishedRules(AssessRules question) {
        this.question = question;
    }

    /**
     * A rule or profile without its counts.
     *
     * @param logic null if it is not shown
     */
    record Known(@Nullable String instruction, @Nullable Logic logic) {
        private int size() {
            int texts = instruction == null ? 0 : instruction.length();
            if (logic != null) {
                String condition = logic.condition();
                texts += logic.description().length() + (condition == null ? 0 : condition.length());
            }
            return texts + FIGURES;
        }
    }

    /**
     * The rules that a query is about.
     *
     * @throws InvalidValueException if it is about all versions, and they do not fit into one answer
     */
    static Map<RuleKey, Known> of(AssessRules question, Outcomes kept) {
        var rules = new PublishedRules(question);
        kept.rules(question.version(), (version, set) -> {
            rules.add(version, set);
            return true;
        });
        return rules.known;
    }

    /** Whether any version has this rule or profile. */
    static boolean exists(String rule, Outcomes kept) {
        var found = new AtomicBoolean();
        kept.rules(null, (_, set) -> {
            found.compareAndSet(false, set.has(rule));
            return !found.get();
        });
        return found.get();
    }

    private void add(int version, KnownRules set) {
        for (Rule rule : set.rules()) {
            var logic = new Logic(rule.description(), rule.condition(), List.of(), rule.weight());
            add(new RuleKey(version, rule.id().value()), rule.instruction(), logic);
        }
        for (KnownRules.Profile profile : set.profiles()) {
            var logic = new Logic(profile.description(), null, profile.fields(), profile.weight());
            add(new RuleKey(version, profile.id().value()), null, logic);
        }
    }

    private void add(RuleKey key, @Nullable String instruction, Logic logic) {
        String wanted = question.rule();
        if (wanted != null && !wanted.equals(key.rule())) {
            return;
        }
        var rule = new Known(instruction, question.withLogic() ? logic : null);
        size += rule.size();
        if (size > MAX_SIZE && question.version() == null) {
            throw new InvalidValueException(
                    "version",
                    "must be given, or rule: the rules of all versions together are more than one answer holds");
        }
        known.put(key, rule);
    }
}
