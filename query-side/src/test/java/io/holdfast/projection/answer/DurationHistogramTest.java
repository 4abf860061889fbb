package io.holdfast.projection.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurationHistogramTest {
    @Test
    void the_median_below_a_day_is_exact() {
        var random = new Random(11);
        for (int n = 1; n < 60; n++) {
            long[] all = random.longs(n, 0, 1440).toArray();
            DurationHistogram minutes = Arrays.stream(all)
                    .mapToObj(DurationHistogram::of)
                    .reduce(DurationHistogram.NONE, DurationHistogram::plus);
            Arrays.sort(all);
            double median = (all[(n - 1) / 2] + all[n / 2]) / 2.0;
            assertThat(minutes.median()).hasValue(median);
            assertThat(minutes.size()).isEqualTo(n);
        }
    }

    @Test
    void nine_of_ten_are_not_above_the_ninetieth_percentile() {
        DurationHistogram ten = java.util.stream.LongStream.rangeClosed(1, 10)
                .mapToObj(DurationHistogram::of)
                .reduce(DurationHistogram.NONE, DurationHistogram::plus);
        assertThat(ten.percentile(90)).hasValue(9);
        assertThat(ten.plus(DurationHistogram.of(11)).percentile(90)).hasValue(10);
        assertThat(DurationHistogram.of(7).percentile(90)).hasValue(7);
        assertThat(DurationHistogram.NONE.percentile(90)).isEmpty();
    }

    @Test
    void longer_times_are_rounded_down_to_the_hour_and_then_to_the_day() {
        assertThat(DurationHistogram.of(1439).counts()).containsOnlyKeys(1439L);
        assertThat(DurationHistogram.of(1500 + 59).counts()).containsOnlyKeys(1500L);
        assertThat(DurationHistogram.of(90 * 1440 + 1439).counts()).containsOnlyKeys(90L * 1440);
    }

    @Test
    void what_is_added_and_taken_away_leaves_nothing() {
        DurationHistogram some =
                DurationHistogram.of(5).plus(DurationHistogram.of(5)).plus(DurationHistogram.of(70));
        assertThat(some.plus(some.negated())).isEqualTo(DurationHistogram.NONE);
        assertThat(DurationHistogram.NONE.median()).isEmpty();
    }
}
