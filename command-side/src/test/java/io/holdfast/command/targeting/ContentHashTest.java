package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentHashTest {
    private static final Rule ONE = rule("r1", "true", 1.5);
    private static final Rule TWO = rule("r2", "hs6 == '293333'", -2);
    private static final RuleSet RULES = new RuleSet("Pr\u00fcfung", List.of(ONE, TWO), 4, 0.01, -7);

    @Test
    void the_hash_is_the_one_that_another_language_computes_from_the_documented_encoding() {
        assertThat(ContentHash.of(RULES).value())
                .isEqualTo("17dcc317d62f7388c63eab87392db6d1b918728d26d284ce22885ec4d264af09");
    }

    @Test
    void every_part_of_the_content_and_the_order_of_the_rules_count() {
        var variants = Stream.of(
                RULES,
                new RuleSet("Other", List.of(ONE, TWO), 4, 0.01, -7),
                new RuleSet("Pr\u00fcfung", List.of(TWO, ONE), 4, 0.01, -7),
                new RuleSet("Pr\u00fcfung", List.of(ONE), 4, 0.01, -7),
                new RuleSet("Pr\u00fcfung", List.of(ONE, TWO), 5, 0.01, -7),
                new RuleSet("Pr\u00fcfung", List.of(ONE, TWO), 4, 0.02, -7),
                new RuleSet("Pr\u00fcfung", List.of(ONE, TWO), 4, 0.01, 7),
                with(new Rule(new RuleId("r3"), "Because r1", "true", 1.5, "Look into r1")),
                with(new Rule(new RuleId("r1"), "Because", "true", 1.5, "Look into r1")),
                with(new Rule(new RuleId("r1"), "Because r1", "false", 1.5, "Look into r1")),
                with(new Rule(new RuleId("r1"), "Because r1", "true", 1.6, "Look into r1")),
                with(new Rule(new RuleId("r1"), "Because r1", "true", 1.5, "Look")));

        assertThat(variants.map(ContentHash::of)).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void text_does_not_flow_from_one_part_into_the_next() {
        var left = with(new Rule(new RuleId("r1"), "ab", "c", 1, "x"));
        var right = with(new Rule(new RuleId("r1"), "a", "bc", 1, "x"));

        assertThat(ContentHash.of(left)).isNotEqualTo(ContentHash.of(right));
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(ContentHash.of(with(rule("r1", "true", -0.0))))
                .isEqualTo(ContentHash.of(with(rule("r1", "true", 0.0))));
    }

    private static RuleSet with(Rule first) {
        return new RuleSet("Pr\u00fcfung", List.of(first, TWO), 4, 0.01, -7);
    }
}
