package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.compiled;
import static io.holdfast.command.targeting.RuleSets.rule;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.targeting.Rule;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreeningTest {
    /** Computed independently, in Python. */
    private static final double PINNED_DRAW = 0.9933515383722015;

    private static final Rule HEAVY = rule("heavy", "netMassKg > 1000", 3);
    private static final Rule TEA = rule("tea", "hs6.startsWith('0902')", 2);
    private static final Rule TRUSTED = rule("trusted", "seller == 'S1'", -1);
    private static final Rule NEVER = rule("never", "false", 100);

    @Test
    void the_score_is_the_sum_of_the_weights_of_the_rules_that_fired() {
        var decision =
                compiled(RuleSets.of(4, 0.25, HEAVY, NEVER, TEA, TRUSTED)).screen(tea().build());

        assertThat(decision.selected()).isTrue();
        assertThat(decision.basis()).isEqualTo(SelectionBasis.RULES);
        assertThat(decision.screening().score()).isEqualTo(4);
        assertThat(decision.screening().threshold()).isEqualTo(4);
        assertThat(decision.screening().propensity()).isEqualTo(1);
        assertThat(decision.screening().fired())
                .extracting(f -> f.ruleId().value())
                .containsExactly("heavy", "tea", "trusted");
    }

    @Test
    void below_the_threshold_a_shipment_is_cleared_and_the_propensity_is_the_random_share() {
        var decision = compiled(RuleSets.of(4.5, 0, HEAVY, TEA, TRUSTED)).screen(tea().build());

        assertThat(decision.selected()).isFalse();
        assertThat(decision.basis()).isNull();
        assertThat(decision.screening().propensity()).isZero();
        assertThat(decision.screening().fired()).hasSize(3);
    }

    @Test
    void a_share_of_one_selects_everything_at_random_with_propensity_one() {
        var decision = compiled(RuleSets.of(50, 1, TEA)).screen(tea().build());

        assertThat(decision.basis()).isEqualTo(SelectionBasis.RANDOM);
        assertThat(decision.screening().propensity()).isEqualTo(1);
    }

    @Test
    void tenths_add_up_exactly() {
        var tenths =
                IntStream.range(0, 10).mapToObj(i -> rule("t" + i, "true", 0.1)).toArray(Rule[]::new);

        assertThat(compiled(RuleSets.of(1, 0, tenths)).screen(tea().build()).selected())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 0.5, 0.9})
    void the_random_share_holds_over_many_ids(double share) {
        int ids = 20_000;
        for (long seed : new long[] {0, 1, Long.MIN_VALUE, 42}) {
            var draw = new RandomShare(seed, share);
            long drawn = IntStream.range(0, ids)
                    .filter(i -> draw.includes(new ShipmentId("97" + i)))
                    .count();
            double standardError = Math.sqrt(share * (1 - share) / ids);
            assertThat((double) drawn / ids).isCloseTo(share, within(4 * standardError));
        }
    }

    @Test
    void seeds_draw_independently_of_one_another() {
        var one = new RandomShare(1, 0.5);
        var other = new RandomShare(2, 0.5);
        long agreed = IntStream.range(0, 100_000)
                .mapToObj(i -> new ShipmentId("D" + i))
                .filter(id -> one.includes(id) == other.includes(id))
                .count();

        assertThat(agreed).isBetween(49_300L, 50_700L);
    }

    @Test
    void the_draw_is_pinned_so_that_history_can_be_replayed() {
        assertThat(new RandomShare(42, 0.01).draw(new ShipmentId("D-1"))).isEqualTo(PINNED_DRAW);
    }

    @Test
    void the_same_declaration_always_gets_the_same_answer() {
        var ruleSet = RuleSets.of(4.5, 0.3, HEAVY, TEA, TRUSTED);
        var once = compiled(ruleSet);
        var again = compiled(ruleSet);
        for (int i = 0; i < 500; i++) {
            var declaration = tea().id("D" + i).build();
            assertThat(once.screen(declaration))
                    .isEqualTo(again.screen(declaration))
                    .isEqualTo(once.screen(declaration));
        }
    }

    @Test
    void a_lower_threshold_and_a_larger_share_never_deselect() {
        var random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            var declaration = tea().id("D" + i)
                    .kilograms(String.valueOf(random.nextInt(3000)))
                    .hs6(random.nextBoolean() ? "090240" : "610910")
                    .seller(random.nextBoolean() ? "S1" : "S2")
                    .build();
            double high = 1 + random.nextInt(6);
            double low = high - random.nextDouble(high * 0.9);
            double share = random.nextDouble();
            var strict = RuleSets.of(high, share, HEAVY, TEA, TRUSTED);
            for (var lenient : List.of(
                    RuleSets.of(low, share, HEAVY, TEA, TRUSTED),
                    RuleSets.of(high, share + random.nextDouble(1 - share), HEAVY, TEA, TRUSTED))) {
                if (compiled(strict).screen(declaration).selected()) {
                    assertThat(compiled(lenient).screen(declaration).selected())
                            .as("%s under %s rather than %s", declaration, lenient, strict)
                            .isTrue();
                }
            }
        }
    }
}
