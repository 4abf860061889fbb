package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.ScreeningDecision;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.Rule;
import io.holdfast.value.TransportMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultRuleSetTest {
    private static final CompiledRuleSet RULES = RuleSets.compiled(DefaultRuleSet.withSeed(1));
    private static String document;

    @BeforeAll
    static void readTheDocument() throws IOException {
        document = Files.readString(Path.of("../docs/targeting.md"));
    }

    static List<Rule> rules() {
        return DefaultRuleSet.withSeed(1).rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_document_explains_each_rule_as_the_rule_itself_does(Rule rule) {
        assertThat(document)
                .contains("| `" + rule.id() + "` | "
                        + (rule.weight() == Math.rint(rule.weight())
                                ? String.valueOf((long) rule.weight())
                                : String.valueOf(rule.weight()))
                        + " | " + rule.description() + " |");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void the_document_lists_each_fact_with_its_type(Facts fact) {
        assertThat(document).contains("| `" + fact.variable() + "` | " + named(fact) + " | ");
    }

    static Stream<Facts> facts() {
        return Stream.of(Facts.values());
    }

    private static String named(Facts fact) {
        return fact == Facts.ATTRIBUTES
                ? "map(string, string)"
                : fact.type().name().replace("google.protobuf.Timestamp", "timestamp");
    }

    @Test
    void the_examples_of_the_document_compile() {
        var examples = new ArrayList<String>();
        var blocks = Pattern.compile("```cel\n(.*?)```", Pattern.DOTALL).matcher(document);
        while (blocks.find()) {
            examples.add(blocks.group(1));
        }

        assertThat(examples).hasSize(3).allSatisfy(example -> CelRules.check(RuleSets.one(example)));
    }

    @ParameterizedTest
    @MethodSource("selected")
    void what_nobody_may_miss_is_selected(String rule, SampleDeclarations declaration) {
        var decision = RULES.screen(declaration.build());

        assertThat(decision.basis()).isEqualTo(SelectionBasis.RULES);
        assertThat(fired(decision)).contains(rule);
    }

    static Stream<Arguments> selected() {
        return Stream.of(
                Arguments.of("fentanyl-precursors", tea().hs6("293337")),
                Arguments.of("fentanyl-precursors", tea().hs6("293333").kilograms("25000")),
                Arguments.of(
                        "fentanyl-words", tea().hs6("293339").kilograms("25000").description("4-ANPP, 98 %, 25 drums")),
                Arguments.of("fentanyl-words", tea().description("Metonitazene reference")),
                Arguments.of("pill-presses", tea().hs6("847989").kilograms("180")),
                Arguments.of("pill-press-words", tea().hs6("820559").description("TDP5 tablet press, steel")),
                Arguments.of(
                        "synthesis-chemicals",
                        tea().hs6("293332")
                                .kilograms("5")
                                .mode(TransportMode.AIR)
                                .courier("C1")
                                .route("CN", "CN")
                                .value("90", "USD")),
                Arguments.of(
                        "prohibitive-tariff",
                        tea().hs6("091011").kilograms("9000").taxRate("377.3")),
                Arguments.of(
                        "textiles-and-footwear-rerouted",
                        tea().hs6("610910")
                                .kilograms("400")
                                .route("VN", "HK")
                                .taxRate("13")
                                .value("700", "USD")),
                Arguments.of(
                        "machinery-and-parts-rerouted",
                        tea().hs6("870899")
                                .kilograms("90")
                                .route("CN", "US")
                                .taxRate("8")
                                .value("500000", "KRW")));
    }

    @ParameterizedTest
    @MethodSource("cleared")
    void ordinary_trade_is_not(SampleDeclarations declaration) {
        assertThat(RULES.screen(declaration.build()).basis()).isNotEqualTo(SelectionBasis.RULES);
    }

    static Stream<SampleDeclarations> cleared() {
        return Stream.of(
                tea(),
                tea().hs6("293332").kilograms("20000"),
                tea().hs6("847989").kilograms("12000").route("DE", "DE"),
                tea().hs6("270900").kilograms("90000000").route("SA", "AE"),
                tea().hs6("610910")
                        .kilograms("4000")
                        .route("VN", "VN")
                        .taxRate("13")
                        .value("90000", "USD"),
                tea().hs6("852872")
                        .mode(TransportMode.AIR)
                        .courier("C1")
                        .kilograms("8")
                        .route("CN", "CN")
                        .value("250", "USD"),
                tea().description("Nppon brand green tea, printed press photographs"));
    }

    @Test
    void every_rule_can_fire() {
        var fired = new java.util.TreeSet<String>();
        Consumer<SampleDeclarations> screen = d -> fired.addAll(fired(RULES.screen(d.build())));
        selected().map(a -> (SampleDeclarations) a.get()[1]).forEach(screen);
        cleared().forEach(screen);
        screen.accept(tea().hs6("848079").kilograms("12"));
        screen.accept(tea().mode(TransportMode.MAIL).kilograms("2").seller(null));
        screen.accept(tea().value("1", "USD"));
        screen.accept(tea().route("DE", "CH").attribute("taxType", "FEU1"));

        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(r -> r.id().value()).toList());
    }

    @Test
    void no_officer_instruction_gives_away_weight_or_logic() {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(rule.instruction())
                        .doesNotContainIgnoringCase("weight ")
                        .doesNotContain("&&")
                        .doesNotContain(rule.description()));
    }

    private static List<String> fired(ScreeningDecision decision) {
        return decision.screening().fired().stream()
                .map(FiredRule::ruleId)
                .map(Object::toString)
                .toList();
    }
}
