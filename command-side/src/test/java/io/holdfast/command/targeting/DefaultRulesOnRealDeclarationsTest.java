package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.FiredRule;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped rules select, and how often they are right, on declarations that were all examined. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultRulesOnRealDeclarationsTest {
    private static final CompiledRuleSet RULES = RuleSets.compiled(DefaultRuleSet.withSeed(20261124));

    @BeforeAll
    static void needsTheDeclarations() {
        assumeTrue(
                DeclarationsCsv.present(),
                "Skipped: the declarations are not in "
                        + DeclarationsCsv.file("").toAbsolutePath());
    }

    /** Counts of one file. */
    private static final class Tally {
        private int rows;
        private int positive;
        private int byRules;
        private int byRulesPositive;
        private int atRandom;
        private final TreeMap<String, int[]> fired = new TreeMap<>();

        void add(DeclarationsCsv.Labelled row) {
            var decision = RULES.screen(row.declaration());
            int hit = row.positive() ? 1 : 0;
            rows++;
            positive += hit;
            if (decision.basis() == SelectionBasis.RULES) {
                byRules++;
                byRulesPositive += hit;
            } else if (decision.selected()) {
                atRandom++;
            }
            for (FiredRule rule : decision.screening().fired()) {
                int[] counts = fired.computeIfAbsent(rule.ruleId().value(), _ -> new int[2]);
                counts[0]++;
                counts[1] += hit;
            }
        }

        double share() {
            return (double) byRules / rows;
        }

        double precision() {
            return (double) byRulesPositive / byRules;
        }

        double baseRate() {
            return (double) positive / rows;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d rows, base rate %.3f; rules select %.3f with precision %.3f, recall %.3f; at random %.4f%n",
                    name,
                    rows,
                    baseRate(),
                    share(),
                    precision(),
                    (double) byRulesPositive / positive,
                    (double) atRandom / rows);
            fired.forEach((rule, counts) -> System.out.printf(
                    Locale.ROOT,
                    "  %-36s fired %6d, positive %.3f%n",
                    rule,
                    counts[0],
                    (double) counts[1] / counts[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({"declarations-train.csv", "declarations-valid.csv"})
    void about_a_tenth_is_selected_and_half_as_often_again_right_as_chance(String name) {
        var tally = new Tally();
        DeclarationsCsv.read(name).forEach(tally::add);
        tally.print(name);

        assertThat(tally.share()).isBetween(0.07, 0.13);
        assertThat(tally.precision()).isGreaterThan(1.5 * tally.baseRate());
        assertThat((double) tally.atRandom / tally.rows).isBetween(0.006, 0.014);
        assertThat(RULES.failures()).isEmpty();
    }

    @Test
    void screening_a_declaration_takes_microseconds() {
        List<DeclarationsCsv.Labelled> rows = DeclarationsCsv.read("declarations-valid.csv");
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            long selected = rows.stream()
                    .filter(row -> RULES.screen(row.declaration()).selected())
                    .count();
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / rows.size());
            assertThat(selected).isPositive();
        }
        System.out.printf(Locale.ROOT, "screening by %d rules: %.1f µs per declaration%n", 22, best);

        assertThat(best).as("µs per declaration; generous for a busy machine").isLessThan(500);
    }
}
