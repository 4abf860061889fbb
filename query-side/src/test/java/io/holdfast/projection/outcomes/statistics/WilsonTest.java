package io.holdfast.projection.outcomes.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WilsonTest {
    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718"})
    void the_interval_is_that_of_the_published_table(long positive, long n, double low, double high) {
        assertThat(Wilson.interval95(positive, n).low()).isCloseTo(low, within(0.00005));
        assertThat(Wilson.interval95(positive, n).high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void it_stays_between_nothing_and_all_and_is_symmetric() {
        for (long n = 1; n < 200; n += 7) {
            for (long k = 0; k <= n; k++) {
                var i = Wilson.interval95(k, n);
                assertThat(i.low()).isBetween(0.0, (double) k / n);
                assertThat(i.high()).isBetween((double) k / n, 1.0);
                assertThat(Wilson.interval95(n - k, n).high()).isCloseTo(1 - i.low(), within(1e-12));
            }
        }
    }

    @Test
    void a_share_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval95(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval95(2, 1));
    }
}
