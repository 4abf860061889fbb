package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelEvaluationException;
import io.holdfast.command.targeting.CelRules.Condition;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.TransportMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GuardLawTest {
    private static final List<String> PARTS = List.of(
            "hs6 in ['090240', '293333']",
            "hs6 == '293333'",
            "hs6 != '090240'",
            "'090240' == hs6",
            "hs6.startsWith('29')",
            "hs6.endsWith('40')",
            "seller == ''",
            "countryOfDeparture != countryOfOrigin",
            "countryOfDeparture == countryOfOrigin",
            "transportMode == 'MAIL'",
            "netMassKg <= 2.0",
            "netMassKg > 2",
            "taxRate >= 8.0",
            "taxRate == 8.0",
            "taxRate != 8.0",
            "value < 5.0 * netMassKg",
            "hasValue",
            "!hasValue",
            "has(attributes.importType)",
            "attributes.importType == '15'",
            "attributes.importType in ['15', '16']",
            "attributes['importType'] == '15'",
            "description.contains('press')",
            "description.matches('(?i)tea')",
            "1 / 0 == 1",
            "declaredOn.getDayOfWeek() == 1",
            "size(hs6) == 6",
            "true",
            "false");

    @Property(tries = 1500)
    void a_guard_never_says_false_of_what_cel_does_not_find_false(
            @ForAll("conditions") String text, @ForAll("declarations") Declaration declaration)
            throws CelEvaluationException {
        Condition condition = CelRules.condition(RuleSets.rule("r", text, 1));
        Map<String, Object> facts = Facts.of(declaration);

        if (condition.guard().excludes(facts)) {
            // Even where a part fails: every failure that CEL reports must be counted.
            assertThat(condition.program().eval(facts)).as(text).isEqualTo(false);
        }
    }

    @Property(tries = 100)
    void a_comparison_with_a_constant_needs_no_cel(@ForAll("declarations") Declaration declaration) {
        Condition other = CelRules.condition(
                RuleSets.rule("r", "hs6 in ['999999'] && description.matches('(?i)tea') && value > 1.0", 1));

        assertThat(other.guard().excludes(Facts.of(declaration))).isTrue();
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> parts = Arbitraries.of(PARTS);
        Arbitrary<String> pairs = Combinators.combine(parts, Arbitraries.of("&&", "||"), parts)
                .as((one, operator, other) -> "(" + one + " " + operator + " " + other + ")");
        Arbitrary<String> either = Arbitraries.oneOf(parts, pairs, pairs.map(pair -> "!" + pair));
        return Combinators.combine(either, Arbitraries.of("&&", "||"), either, Arbitraries.of("&&", "||"), either)
                .as((a, x, b, y, c) -> String.join(" ", a, x, b, y, c));
    }

    @Provide
    Arbitrary<Declaration> declarations() {
        return Combinators.combine(
                        Arbitraries.of("090240", "293333", "847989"),
                        Arbitraries.of("JP", "CN"),
                        Arbitraries.of(TransportMode.MAIL, TransportMode.AIR),
                        Arbitraries.of("1.5", "2", "2500"),
                        Arbitraries.of("0", "8", "13"),
                        Arbitraries.of("", "15", "17"),
                        Arbitraries.of("", "pill press", "green TEA"))
                .as((hs6, from, mode, mass, tax, type, words) -> {
                    var declaration = tea().hs6(hs6)
                            .route("JP", from)
                            .mode(mode)
                            .kilograms(mass)
                            .taxRate(tax)
                            .description(words.isEmpty() ? null : words);
                    return (type.isEmpty() ? declaration.value(null, null) : declaration.attribute("importType", type))
                            .build();
                });
    }
}
