package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.InvalidValueException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused here would take seconds for one specially crafted declaration. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionCostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "description.matches('(ab|ba){250}c') || description.matches('(ba|ab){250}c') || description.matches('(ca|ab){250}c')",
                "(description + description + description).matches('(a{1,30}){1,30}')",
                "(description + description).contains(description + description + description)"
            })
    void a_condition_that_could_hang_the_intake_is_refused_with_its_dearest_part(String condition) {
        BadConditionException refused = catchThrowableOfType(
                BadConditionException.class, () -> CelRules.check(RuleSets.one("hs6 == '' ||\n" + condition)));

        assertThat(refused.reason()).startsWith("costs too much: up to ").contains("5000000 are allowed");
        assertThat(refused.place()).isNotNull();
        assertThat(refused.place().line()).isEqualTo(2);
        assertThat(refused.place().column()).isBetween(1, condition.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description.matches('(?i)fentan[iy]l|nitazene|phenethyl-?4?-?piperid')",
                "description.contains('press') || description.contains('die') || description.contains('punch')",
                "hs6 in ['293333', '293334'] && importer.matches('^[A-Z]{3}-[0-9]+$')"
            })
    void what_a_targeting_analyst_writes_passes(String condition) {
        assertThatCode(() -> CelRules.check(RuleSets.one(condition))).doesNotThrowAnyException();
    }

    @Test
    void rules_that_are_each_affordable_can_be_too_much_together() {
        String costly = "description.matches('" + "fentanyl|".repeat(60) + "x')";
        List<Rule> rules = IntStream.range(0, 80)
                .mapToObj(number -> rule("r" + number, costly, 1))
                .toList();

        assertThatCode(() -> CelRules.check(RuleSets.one(costly))).doesNotThrowAnyException();
        InvalidValueException refused = catchThrowableOfType(
                InvalidValueException.class, () -> CelRules.check(new RuleSet("Together", rules, 1, 0, 1)));
        assertThat(refused.name()).isEqualTo("rules");
        assertThat(refused.reason()).startsWith("cost too much together");
    }

    @Test
    void a_long_list_is_cheap() {
        String codes = Collections.nCopies(300, "'293333'").stream().collect(Collectors.joining(","));

        assertThatCode(() -> CelRules.check(RuleSets.one("hs6 in [" + codes + "]")))
                .doesNotThrowAnyException();
    }
}
