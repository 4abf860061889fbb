package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.rule;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.targeting.ConditionPlace;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.Screening;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that cannot be evaluated is distinguished from one that does not hold: in the decision, and in the meter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailedRulesTest {
    private final ScreeningFailures failures = new ScreeningFailures();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private Screening screened(RuleSet rules, SampleDeclarations declaration) {
        return CelRules.compile(RuleSets.compiled(rules).ref(), rules, failures)
                .screen(declaration.build())
                .screening();
    }

    private Screening screened(String condition, SampleDeclarations declaration) {
        return screened(RuleSets.one(condition), declaration);
    }

    @Test
    void the_decision_names_the_rules_that_failed_with_reason_and_place() {
        var rules = RuleSets.of(
                5,
                0,
                rule("lookup", "hs6 != '' &&\n  attributes.taxType == 'A'", 5),
                rule("division", "1 / size(description) > 0", 5),
                rule("mail", "transportMode == 'MAIL'", 5),
                rule("tea", "hs6 == '090240'", 5));

        var screening = screened(rules, tea());

        assertThat(screening.fired()).extracting(f -> f.ruleId().value()).containsExactly("tea");
        assertThat(screening.failed())
                .containsExactly(
                        new FailedRule(
                                new RuleId("lookup"),
                                "attribute not found: key 'taxType' is not present in map.",
                                new ConditionPlace(2, 13)),
                        new FailedRule(new RuleId("division"), "divide by zero: / by zero", new ConditionPlace(1, 3)));
    }

    @Test
    void a_rule_that_does_not_hold_has_not_failed() {
        assertThat(screened("hs6 == '1' && attributes.none == 'a'", tea()).failed())
                .isEmpty();
        assertThat(screened("attributes.none == 'a' && hs6 == '1'", tea()).failed())
                .isEmpty();
        assertThat(screened("attributes.none == 'a' || true", tea()).failed()).isEmpty();
    }

    /** Failures that the trial cannot foresee because they depend on the declaration. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value > 1000000.0 && attributes.licence == 'A'|ATTRIBUTE_NOT_FOUND",
                "value > 1000000.0 && attributes[hs6 + port] == 'A'|ATTRIBUTE_NOT_FOUND",
                "value > 1000000.0 && int(attributes.text) > 1|BAD_FORMAT",
                "value > 1000000.0 && int(attributes.huge) > 1|BAD_FORMAT",
                "value > 1000000.0 && timestamp(attributes.text) > declaredOn|BAD_FORMAT",
                "value > 1000000.0 && duration(attributes.text) > duration('1s')|BAD_FORMAT",
                "value > 1000000.0 && declaredOn.getHours(attributes.text) == 1|BAD_FORMAT",
                "value > 1000000.0 && 9223372036854775807 + int(attributes.two) > 1|NUMERIC_OVERFLOW",
                "value > 1000000.0 && int(value * 10000000000000.0) > 1|NUMERIC_OVERFLOW",
                "value > 1000000.0 && 10 / (int(attributes.two) - 2) > 1|DIVIDE_BY_ZERO",
                "value > 1000000.0 && 10 % (int(attributes.two) - 2) > 1|DIVIDE_BY_ZERO",
                "value > 1000000.0 && [1, 2][int(attributes.two)] > 1|INDEX_OUT_OF_BOUNDS",
                "value > 1000000.0 && {'a': 1}[attributes.text] > 1|ATTRIBUTE_NOT_FOUND",
                "value > 1000000.0 && {attributes.text: 1, attributes.same: 2} != {}|DUPLICATE_ATTRIBUTE"
            })
    void what_fails_for_some_declarations_only_is_in_the_decision(String condition, CelErrorCode code) {
        Trial.of(RuleSets.one(condition));

        var screening = screened(
                condition,
                tea().value("9000000", "USD")
                        .attribute("text", "seven")
                        .attribute("same", "seven")
                        .attribute("huge", "99999999999999999999")
                        .attribute("two", "2"));

        assertThat(screening.fired()).isEmpty();
        assertThat(screening.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.ruleId().value()).isEqualTo("r1");
            assertThat(failed.reason()).startsWith(EvaluationFailure.words(code) + ": ");
            assertThat(failed.place()).isNotNull();
        });
        assertThat(count(code)).isEqualTo(1);
    }

    @Test
    void the_meter_counts_every_failure_by_its_kind() {
        screened("attributes.none == 'a'", tea());
        screened("attributes.none == 'a'", tea());
        screened("1 / size(description) > 0", tea());

        assertThat(count(CelErrorCode.ATTRIBUTE_NOT_FOUND)).isEqualTo(2);
        assertThat(count(CelErrorCode.DIVIDE_BY_ZERO)).isEqualTo(1);
        assertThat(registry.getMeters()).hasSameSizeAs(CelErrorCode.values());
    }

    private double count(CelErrorCode code) {
        failures.bindTo(registry);
        return registry.get("holdfast.screening.rule.failures")
                .tag("reason", code.name().toLowerCase(java.util.Locale.ROOT))
                .functionCounter()
                .count();
    }

    @Test
    void an_event_with_as_many_failures_as_there_can_be_is_read_back() {
        var rules = IntStream.range(0, RuleSet.MAX_RULES)
                .mapToObj(i -> rule("r" + i, "int(attributes.text) > " + i, 1))
                .toList();
        var text = "\ud83d\udce6".repeat(100);
        var set = new RuleSet("Many", new ArrayList<>(rules), 9, 0, 1);

        var screening = RuleSets.compiled(set)
                .screen(tea().attribute("text", text).build())
                .screening();

        assertThat(screening.failed()).hasSize(RuleSet.MAX_RULES);
        var event = new ShipmentCleared(
                tea().build().shipmentId(), tea().build(), screening, Instant.parse("2026-11-28T00:00:00Z"));
        String json = LanguageJson.mapper().writeValueAsString(event);
        assertThat(json.length()).isLessThan(250_000);
        assertThat(LanguageJson.read(json, ShipmentCleared.class)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " ",
                "line\nbreak\r\n\tand \u0000 nul \u001b[31m",
                "\u200b\u2800\u3164",
                "half \ud83d of a character",
                "e\u0301 and \u202e the other way",
                "evaluation error at <input>:999999: far beyond",
                "evaluation error at <input>:3: inside",
                "evaluation error at <input>:99999999999999: a number too long"
            })
    void any_message_becomes_a_reason_that_the_record_takes(String message) {
        for (String told : new String[] {message, message.repeat(300), "x".repeat(180) + message.repeat(9)}) {
            var failed = EvaluationFailure.of(new CelEvaluationException(told)).of(rule("r1", "1 / 2 > 0", 1));

            assertThat(failed.reason()).startsWith("internal error").hasSizeLessThanOrEqualTo(FailedRule.MAX_REASON);
            assertThat(failed.reason().chars()).noneMatch(Character::isISOControl);
            assertThat(LanguageJson.read(LanguageJson.mapper().writeValueAsString(failed), FailedRule.class))
                    .isEqualTo(failed);
        }
    }

    @Test
    void an_error_of_the_machine_without_a_message_is_a_failure_too() {
        assertThat(EvaluationFailure.of(new StackOverflowError()).of(rule("r1", "true", 1)))
                .isEqualTo(new FailedRule(new RuleId("r1"), "internal error: no reason was given", null));
    }
}
