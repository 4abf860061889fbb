package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.targeting.ConditionPlace;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a condition that fails for every declaration is found wherever it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsBehindConditionsTest {
    static Stream<String> faults() {
        return Stream.of(
                "1 / 0 > 0",
                "5 % 0 == 1",
                "9223372036854775807 + 1 > 0",
                "9223372036854775807 * 2 > 0",
                "-(-9223372036854775807 - 1) > 0",
                "int('x') > 1",
                "int('99999999999999999999') > 1",
                "int(1e300) > 1",
                "uint(-1) == 1u",
                "double('heavy') > 1.0",
                "bool('maybe')",
                "string(b'\\xff') == 'a'",
                "duration('a while') > duration('1s')",
                "timestamp('2026') < declaredOn",
                "timestamp(hs6) < declaredOn",
                "duration(port) > duration('1s')",
                "int(hs6 + 'x') > 1",
                "declaredOn + duration('315576000000s') > declaredOn",
                "declaredOn.getHours('Nowhere/Never') == 1",
                "{'a': 1, 'a': 2}['a'] == 1",
                "{hs6: 1, hs6: 2}['a'] == 1",
                "{'a': 1}['b'] == 1",
                "{'a': 1}.b == 1",
                "[1, 2][7] == 1",
                "[hs6, port][5] == 'a'",
                "[attributes.a, description][2] == 'a'",
                "size(description) / 0 > 1",
                "int(attributes.quantity) % 0 == 1",
                "timestamp(attributes.arrival) + duration('315576000000s') > declaredOn",
                "timestamp(attributes.arrival).getHours('Nowhere/Never') == 1",
                "dyn(hs6) < 1");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_part_that_always_fails_is_refused_behind_a_condition_that_no_trial_meets(String fault) {
        isRefused("value > 999999999999998.5 && " + fault);
        isRefused("hs6 != '123456' || " + fault);
        isRefused("port == 'ZZ99' ? " + fault + " : true");
        isRefused("has(attributes.never) && !(port == 'ZZ99' && (" + fault + "))");
    }

    private static void isRefused(String condition) {
        assertThatExceptionOfType(BadConditionException.class)
                .as(condition)
                .isThrownBy(() -> Trial.of(one(condition)))
                .satisfies(e -> assertThat(e.place()).isNotNull())
                .withMessageMatching(
                        "(?s)rules\\.r1\\.condition (fails for every declaration it was tried with: line 1, "
                                + "column \\d+: |does not compile: ).*");
    }

    @Test
    void the_place_is_that_of_the_innermost_part() {
        assertThatExceptionOfType(BadConditionException.class)
                .isThrownBy(() -> Trial.of(one("port == 'ZZ99' &&\n  hs6.startsWith('29') && 7 - 1 / 0 > 3")))
                .satisfies(e -> assertThat(e.place()).isEqualTo(new ConditionPlace(2, 33)))
                .satisfies(e -> assertThat(e.reason()).endsWith("line 2, column 33: divide by zero: / by zero"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has(attributes.d) && timestamp(attributes.d + 'T' + attributes.t + 'Z') > declaredOn",
                "has(attributes.d) && timestamp(attributes.d + 'T00:00:00Z') > declaredOn",
                "has(attributes.a) && int(attributes.a) / (int(attributes.b) - 1) > 0",
                "has(attributes.a) && 1 / (int(attributes.a) - int(attributes.b)) > 0",
                "has(attributes.i) && [10, 20, 30][int(attributes.i)] > 10",
                "has(attributes.a) && {attributes.a: 1, attributes.b: 2}[hs6] == 1",
                "has(attributes.k) && {'X7': 1.5}[attributes.k] > 1.0",
                "(countryOfOrigin + '-' + countryOfDeparture) in ['VN-US'] &&"
                        + " {'VN-US': 1.5}[countryOfOrigin + '-' + countryOfDeparture] > 1.0",
                "port == '2704' && {'2704': 2}[port] == 2",
                "(hs6 + 'x') in attributes && attributes[hs6 + 'x'] == 'a'",
                "declarant == 'ME' && {importer: 1, seller: 2, courier: 3}[declarant] == 1",
                "hasTaxRate && 100 / int(taxRate - 8.0) > 3",
                "has(attributes.n) && 9223372036854775807 + int(attributes.n) > 0",
                "has(attributes.n) && int(attributes.n) > -9223372036854775807",
                "has(attributes.n) && dyn(attributes.n) == 1",
                "(description != '' ? description : seller).startsWith('A')",
                "type(hs6) == string && type(value) != int",
                "{2027: 1, 2028: 2}[declaredOn.getFullYear()] == 1 || true",
                "attributes == {'a': 'b'} || 'a' in attributes || size(attributes) > 3",
                "declaredOn - timestamp('2026-01-01T00:00:00Z') > duration('24h')",
                "int(value * 1000000.0) % 100 == 0",
                "(hasValue ? [1, 2] : [3])[1] == 2",
                "has(attributes.pieces) && attributes.pieces.matches('^[0-9]{1,9}$') && int(attributes.pieces) > 5",
                "has(attributes.v) && double(attributes.v) / value > 0.5",
            })
    void a_part_that_fails_for_some_values_only_is_not_refused(String condition) {
        assertThatCode(() -> Trial.of(one(condition))).doesNotThrowAnyException();
    }

    @Test
    void the_shipped_rules_have_no_such_part() {
        assertThatCode(() -> Trial.of(DefaultRuleSet.withSeed(1))).doesNotThrowAnyException();
    }
}
