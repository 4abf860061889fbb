package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RiskProfile.Cell;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.InvalidValueException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0 > 0",
                "int('x') > 1",
                "int('99999999999999999999') > 1",
                "timestamp(hs6) < declaredOn",
                "duration(port) > duration('1s')",
                "attributes[hs6 + 'x'] == 'a'",
                "{'a': 1, 'a': 2}['a'] == 1",
                "[1, 2][7] == 1",
                "9223372036854775807 + 1 > 0",
                "declaredOn + duration('315576000000s') > declaredOn",
                "declaredOn.getHours('Nowhere/Never') == 1",
            })
    void a_rule_that_fails_for_every_declaration_is_refused(String condition) {
        assertThatExceptionOfType(BadConditionException.class)
                .isThrownBy(() -> Trial.of(one(condition)))
                .withMessageStartingWith("rules.r1.condition fails for every declaration it was tried with: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.taxType == 'A'",
                "attributes['taxType'] == 'A' && double(attributes.quantity) > 5.0",
                "timestamp(attributes.arrival) > declaredOn",
                "duration(attributes.transit) > duration('1h')",
                "declaredOn.getHours(attributes.zone) == 1",
                "1 / size(description) > 0",
                "int(hs6) > 293000 && int(port) > 0",
                "int(description) > 0",
                "value / netMassKg < 5.0",
                "description.matches('(?i)fentan[iy]l')",
            })
    void a_rule_that_fails_for_some_declarations_is_not(String condition) {
        assertThatCode(() -> Trial.of(one(condition))).doesNotThrowAnyException();
    }

    static Stream<String> monsters() {
        return Stream.of(
                "(".repeat(1900) + "true" + ")".repeat(1900),
                "!".repeat(3900) + "true",
                "-".repeat(3900) + "1 > 0",
                "[".repeat(1900) + "]".repeat(1900) + " == []",
                "{1:".repeat(900) + "1" + "}".repeat(900) + " == {}",
                "true?".repeat(360) + "true" + ":true".repeat(360),
                "attributes" + ".a".repeat(1900) + " == 'a'",
                "size(".repeat(600) + "hs6" + ")".repeat(600) + " > 0",
                "true" + " && true".repeat(480),
                "1" + " + 1".repeat(900) + " > 0",
                "description" + " + description".repeat(250) + " == ''",
                "'" + "a".repeat(3990),
                "\"\"\"".repeat(1300),
                "a" + "[0]".repeat(1300),
                "description.matches('" + "(".repeat(1900) + ")".repeat(1900) + "')",
                "description.matches('" + "a?".repeat(900) + "')",
                "description.matches('" + "\\\\pL".repeat(900) + "')");
    }

    @ParameterizedTest
    @MethodSource("monsters")
    @Timeout(10)
    void a_monstrous_condition_is_refused_or_decides_but_ends_nothing(String condition) {
        RuleSet ruleSet = one(condition);
        try {
            Trial.of(ruleSet);
        } catch (BadConditionException | InvalidValueException refused) {
            assertThat(refused.getMessage()).doesNotContain("StackOverflow").hasSizeLessThan(5000);
            return;
        }
        assertThatCode(() -> RuleSets.compiled(ruleSet)
                        .screen(tea().description("a".repeat(1000)).build()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1e-300, 1e-300, 5, 5", "1e-20, 0.5, 100, 100", "4.9e-324, 0.5, 9, 0"})
    void a_profile_whose_evidence_is_no_number_is_refused_by_the_place(
            double smoothing, double baseRate, int examined, int positive) {
        RuleSet ruleSet = profile(smoothing, baseRate, new Cell(List.of("090240"), examined, positive));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Trial.of(ruleSet))
                .satisfies(e -> assertThat(e.name()).isEqualTo("profiles.goods.cells"));
    }

    @Test
    void one_that_is_stored_does_not_stop_the_intake() {
        RuleSet ruleSet = profile(1e-300, 1e-300, new Cell(List.of("090240"), 5, 5));

        var decision = RuleSets.compiled(ruleSet).screen(tea().build());

        assertThat(decision.screening().profiles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description.matches('(?<=fent)anyl')",
                "has(attributes.p) && description.matches(attributes.p)",
                "description.matches('((((a{1000}){1000}){1000}){1000}){1000}')"
            })
    @Timeout(10)
    void what_an_earlier_release_let_pass_fails_alone_and_is_counted(String condition) {
        var rules = RuleSets.compiled(
                RuleSets.of(1, 0, RuleSets.rule("old", condition, 1), RuleSets.rule("tea", "hs6 == '090240'", 1)));

        var decision = rules.screen(tea().description("fentanyl citrate")
                .attribute("p", "(((((a{1000}){1000}){1000}){1000}){1000}){1000}")
                .build());

        assertThat(decision.selected()).isTrue();
        assertThat(decision.screening().fired())
                .extracting(f -> f.ruleId().value())
                .containsExactly("tea");
        assertThat(rules.failures()).containsOnlyKeys(new RuleId("old"));
    }

    private static RuleSet profile(double smoothing, double baseRate, Cell cell) {
        var profile = new RiskProfile(
                new RuleId("goods"), "Why", List.of("hs6"), 1, baseRate, smoothing, LocalDate.EPOCH, List.of(cell));
        return new RuleSet("Extreme", List.of(), List.of(profile), ExamCapacity.UNLIMITED, 1, 0, 1);
    }
}
