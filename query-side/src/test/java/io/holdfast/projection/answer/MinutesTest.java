package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MinutesTest {
    @Test
    void the_median_below_a_day_is_exact() {
        var random = new Random(11);
        for (int n = 1; n < 60; n++) {
            long[] all = random.longs(n, 0, 1440).toArray();
            Minutes minutes = Arrays.stream(all).mapToObj(Minutes::of).reduce(Minutes.NONE, Minutes::plus);
            Arrays.sort(all);
            double median = (all[(n - 1) / 2] + all[n / 2]) / 2.0;
            assertThat(minutes.median()).hasValue(median);
            assertThat(minutes.size()).isEqualTo(n);
        }
    }

    @Test
    void nine_of_ten_are_not_above_the_ninetieth_percentile() {
        Minutes ten = java.util.stream.LongStream.rangeClosed(1, 10)
                .mapToObj(Minutes::of)
                .reduce(Minutes.NONE, Minutes::plus);
        assertThat(ten.percentile(90)).hasValue(9);
        assertThat(ten.plus(Minutes.of(11)).percentile(90)).hasValue(10);
        assertThat(Minutes.of(7).percentile(90)).hasValue(7);
        assertThat(Minutes.NONE.percentile(90)).isEmpty();
    }

    @Test
    void longer_times_are_rounded_down_to_the_hour_and_then_to_the_day() {
        assertThat(Minutes.of(1439).counts()).containsOnlyKeys(1439L);
        assertThat(Minutes.of(1500 + 59).counts()).containsOnlyKeys(1500L);
        assertThat(Minutes.of(90 * 1440 + 1439).counts()).containsOnlyKeys(90L * 1440);
    }

    @Test
    void what_is_added_and_taken_away_leaves_nothing() {
        Minutes some = Minutes.of(5).plus(Minutes.of(5)).plus(Minutes.of(70));
        assertThat(some.plus(some.negated())).isEqualTo(Minutes.NONE);
        assertThat(Minutes.NONE.median()).isEmpty();
    }
}
