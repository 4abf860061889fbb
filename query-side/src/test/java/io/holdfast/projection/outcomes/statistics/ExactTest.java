package io.holdfast.projection.outcomes.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactTest {
    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 5. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2527,0.3676", "15,148,0.0578,0.1617", "0,20,0.0000,0.1684", "1,29,0.0009,0.1776"})
    void the_interval_is_that_of_the_published_table(double positive, double n, double low, double high) {
        assertThat(Exact.interval95(positive, n).low()).isCloseTo(low, within(0.00006));
        assertThat(Exact.interval95(positive, n).high()).isCloseTo(high, within(0.00006));
    }

    @Property(tries = 300)
    void a_quantile_is_where_the_distribution_has_that_share(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p,
            @ForAll @DoubleRange(min = 0.05, max = 5000) double a,
            @ForAll @DoubleRange(min = 0.05, max = 5000) double b) {
        double x = Beta.quantile(p, a, b);
        // Near the ends a distribution can rise faster than doubles can resolve.
        if (x > 1e-12 && x < 1 - 1e-12) {
            assertThat(Beta.distribution(x, a, b)).isCloseTo(p, within(1e-6));
        }
    }

    @Test
    void a_distribution_of_whole_numbers_is_a_sum_of_binomials() {
        // P(Beta(a, b) < x) is the probability of a or more successes in a + b - 1 trials.
        double x = 0.3;
        double tail = 0;
        for (int k = 4; k <= 10; k++) {
            double ways = Math.exp(Beta.logGamma(11) - Beta.logGamma(k + 1) - Beta.logGamma(11 - k));
            tail += ways * Math.pow(x, k) * Math.pow(1 - x, 10 - k);
        }
        assertThat(Beta.distribution(x, 4, 7)).isCloseTo(tail, within(1e-12));
    }

    @Test
    void a_share_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Exact.interval95(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Exact.interval95(2, 1));
    }
}
