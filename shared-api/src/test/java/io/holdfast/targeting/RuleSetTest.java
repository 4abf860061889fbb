package io.holdfast.targeting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Sha256;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetTest {
    @ParameterizedTest
    @ValueSource(doubles = {1000.1, -1000.1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_weight_is_a_number_within_bounds(double weight) {
        assertThatThrownBy(() -> rule("a", weight)).hasMessage("rule.weight must be a number between -1000 and 1000");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN})
    void a_threshold_is_positive_and_bounded(double threshold) {
        assertThatThrownBy(() -> new RuleSet("n", List.of(), threshold, 0, 1))
                .hasMessageStartingWith("threshold must be");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void shares_and_propensities_are_between_0_and_1(double share) {
        var ref = new RuleSetRef(1, new Sha256("0".repeat(64)));

        assertThatThrownBy(() -> new RuleSet("n", List.of(), 1, share, 1))
                .hasMessage("randomShare must be between 0 and 1");
        assertThatThrownBy(() -> new Screening(ref, 1, 1, List.of(), share))
                .hasMessage("propensity must be between 0 and 1");
    }

    @Test
    void two_rules_of_one_name_are_refused_and_so_are_too_many() {
        assertThatThrownBy(() -> new RuleSet("n", List.of(rule("a", 1), rule("a", 2)), 1, 0, 1))
                .hasMessage("rules must have ids that differ");
        assertThatThrownBy(() -> new RuleSet("n", Collections.nCopies(501, rule("a", 1)), 1, 0, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("rules must have at most 500");
    }

    private static Rule rule(String id, double weight) {
        return new Rule(new RuleId(id), "why", "true", weight, "look");
    }
}
