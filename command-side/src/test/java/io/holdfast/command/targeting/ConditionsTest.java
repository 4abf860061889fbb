package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.fires;
import static io.holdfast.command.targeting.RuleSets.one;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.RuleId;
import io.holdfast.value.TransportMode;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shipmentId == 'D-1'",
                "declaredOn == timestamp('2026-03-09T00:00:00Z') && declaredOn.getDayOfWeek() == 1",
                "port == '2704' && declarant == 'DECL1' && importer == 'IMP1' && seller == 'S1'",
                "transportMode == 'MARITIME' && courier == ''",
                "hs6 == '090240' && hs6.startsWith('0902')",
                "countryOfDeparture == 'JP' && countryOfOrigin in ['JP', 'CN']",
                "hasNetMass && netMassKg == 2500.0 && netMassKg >= 2500",
                "hasValue && value / netMassKg < 5 && currency == 'USD'",
                "hasTaxRate && taxRate == 0.0 && taxRate <= 0",
                "containerNumber == '' && carrier == '' && placeOfLading == '' && description == ''",
                "!has(attributes.taxType) && !('taxType' in attributes)",
            })
    void a_condition_sees_every_declared_fact(String condition) {
        assertThat(fires(condition, tea())).isTrue();
    }

    @Test
    void an_absent_number_is_zero_and_told_from_a_declared_zero() {
        var bare = tea().kilograms(null).value(null, null).taxRate(null);

        assertThat(fires("netMassKg == 0.0 && !hasNetMass && value == 0.0 && !hasValue && !hasTaxRate", bare))
                .isTrue();
        assertThat(fires("hasValue && value == 0.0", tea().value("0", "USD"))).isTrue();
    }

    @Test
    void pounds_are_seen_as_kilograms() {
        assertThat(fires("netMassKg == 0.5", tea().kilograms("0.5"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hs7 == '1'|line 1, column 1: undeclared reference to 'hs7'",
                "hs6 == 'a' &&|line 1, column 14",
                "hs6 ==|line 1, column 7",
                "taxRate == 'high'|no matching overload for '_==_'",
                "netMassKg|must yield a boolean, yields double",
                "attributes['a']|must yield a boolean, yields string",
                "[1, 2].exists(x, x > 1)|undeclared reference to 'exists'",
                "['a'].all(x, x == hs6)|undeclared reference to 'all'",
                "description.matches('(unclosed')|line 1, column 21: the regular expression is not valid (RE2)",
                "hs6 == '1' && description.matches('(?<=fent)anyl')|line 1, column 35: the regular expression is not valid",
                "description.matches('((((a{1000}){1000}){1000}){1000}){1000}')|too large with its repetitions written out",
                "has(attributes.p) && description.matches(attributes.p)|column 52: the regular expression must be a constant",
                "matches(description, 'a' + 'b')|the regular expression must be a constant",
                "dyn(description).matches(dyn(seller))|the regular expression must be a constant",
                "hs6 == 'a' && description.split(',').size() > 1|undeclared reference to 'split'",
                "hs6 == '%s'.format([hs6])|undeclared reference to 'format'",
                "description.replace('a', 'bb') == 'b'|undeclared reference to 'replace'",
                "cel.bind(x, description + description, x + x) == ''|undeclared reference to",
                "['a'].map(x, x + x).size() > 0|undeclared reference to",
                "math.greatest(1, 2) > 1|undeclared reference to",
                "now() > declaredOn|undeclared reference to 'now'",
                "declaredOn < timestamp('yesterday')|timestamp validation failed",
            })
    void what_does_not_compile_to_a_boolean_is_refused_with_its_place(String condition, String expected) {
        assertThatExceptionOfType(BadConditionException.class)
                .isThrownBy(() -> CelRules.check(one(condition)))
                .satisfies(e -> assertThat(e.rule().value()).isEqualTo("r1"))
                .satisfies(e -> assertThat(e.reason()).contains(expected));
    }

    @Test
    void a_condition_of_too_many_nodes_or_levels_is_refused() {
        String wide = IntStream.range(0, 900).mapToObj(_ -> "1").collect(Collectors.joining("+")) + ">0";
        String deep = "!(".repeat(200) + "true" + ")".repeat(200);

        assertThatExceptionOfType(BadConditionException.class).isThrownBy(() -> CelRules.check(one(wide)));
        assertThatExceptionOfType(BadConditionException.class).isThrownBy(() -> CelRules.check(one(deep)));
    }

    @Test
    void a_list_of_a_hundred_codes_and_fifty_alternatives_are_fine() {
        String list =
                IntStream.range(0, 100).mapToObj(i -> "'" + (100000 + i) + "'").collect(Collectors.joining(","));
        String alternatives = IntStream.range(0, 50)
                .mapToObj(i -> "hs6.startsWith('" + (10 + i) + "')")
                .collect(Collectors.joining(" || "));

        assertThat(fires("hs6 in [" + list + "]", tea().hs6("100042"))).isTrue();
        assertThat(fires(alternatives, tea().hs6("590000"))).isTrue();
        assertThat(fires(alternatives, tea().hs6("600000"))).isFalse();
    }

    @Test
    void a_condition_that_fails_counts_as_not_fired_and_the_others_still_decide() {
        var rules = RuleSets.compiled(RuleSets.of(
                5,
                0,
                RuleSets.rule("lookup", "attributes['taxType'] == 'A'", 5),
                RuleSets.rule("division", "1 / size(description) > 0", 5),
                RuleSets.rule("mail", "transportMode == 'MAIL'", 5)));

        var decision = rules.screen(tea().mode(TransportMode.MAIL).build());
        rules.screen(tea().attribute("taxType", "A").description("tea").build());

        assertThat(decision.screening().fired())
                .extracting(f -> f.ruleId().value())
                .containsExactly("mail");
        assertThat(decision.selected()).isTrue();
        assertThat(rules.failures())
                .containsOnly(
                        java.util.Map.entry(new RuleId("lookup"), 1L), java.util.Map.entry(new RuleId("division"), 1L));
    }

    @Test
    void many_threads_may_screen_with_one_compiled_set() throws Exception {
        var rules = RuleSets.compiled(DefaultRuleSet.withSeed(1));
        var mail = tea().hs6("293333").mode(TransportMode.MAIL).kilograms("1").build();
        var expected = rules.screen(mail);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 2000)
                            .<java.util.concurrent.Callable<ScreeningDecision>>mapToObj(_ -> () -> rules.screen(mail))
                            .toList(),
                    30,
                    TimeUnit.SECONDS);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }
}
