package io.holdfast.projection.outcomes.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.query.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InversePropensityTest {
    private static final int SEEDS = 200;

    @Test
    void a_share_that_was_changed_when_the_rate_changed_does_not_tilt_the_estimate() {
        var before = new Sampled(0.01, 100, 9_900, 100, 10);
        var after = new Sampled(0.1, 1_000, 9_000, 1_000, 500);
        assertThat(InversePropensity.ofAll(List.of(List.of(before, after))).share())
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void the_same_holds_for_groups_too_small_to_stand_alone() {
        var rare = new Sampled(0.01, 10, 990, 10, 1);
        var often = new Sampled(0.1, 100, 900, 100, 50);
        double weighed = InversePropensity.ofAll(List.of(List.of(rare, often))).share();
        assertThat(weighed).isCloseTo((0.1 + 0.5) / 2, within(1e-12));
    }

    @Test
    void what_was_looked_at_without_exception_has_no_error_left() {
        var rate = InversePropensity.ofAll(List.of(List.of(new Sampled(1, 40, 0, 40, 10))));
        assertThat(rate.share()).isEqualTo(0.25);
        assertThat(rate.share95()).isEqualTo(new Interval(0.25, 0.25));
    }

    @Test
    void what_nobody_looked_at_cannot_be_estimated() {
        assertThat(InversePropensity.ofAll(List.of())).isNull();
        assertThat(InversePropensity.ofAll(List.of(List.of(new Sampled(0.01, 0, 500, 0, 0)))))
                .isNull();
        assertThat(InversePropensity.ofAll(
                        List.of(List.of(new Sampled(1, 30, 0, 30, 3)), List.of(new Sampled(0.01, 3, 500, 0, 0)))))
                .isNull();
        assertThat(InversePropensity.ofThoseLeft(List.of(new Sampled(1, 30, 0, 30, 3))))
                .isNull();
    }

    @Test
    void nothing_found_in_few_still_leaves_room_for_much() {
        var rate = InversePropensity.ofAll(List.of(List.of(new Sampled(0.01, 10, 990, 10, 0))));
        assertThat(rate.share()).isZero();
        assertThat(rate.share95().low()).isZero();
        assertThat(rate.share95().high()).isBetween(0.25, 0.35);
    }

    @Test
    void a_part_is_never_more_than_the_whole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampled(0.1, 5, 10, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampled(0.1, 5, 10, 5, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sampled(0, 5, 10, 5, 1));
    }

    /**
     * Simulates various rates of illegal cargo, numbers of shipments, and one or several random shares. In every case
     * the interval covers the truth in at least 93 of 100 selections.
     */
    @ParameterizedTest(name = "{0} shipments, {1} illegal, random shares {2}")
    @CsvSource({
        "20000, 0.2, 0.01",
        "20000, 0.01, 0.01",
        "20000, 0.002, 0.05",
        "3000, 0.02, 0.01",
        "20000, 0.2, 0.01 0.05",
        "20000, 0.02, 0.005 0.02 0.1",
        "2000, 0.5, 0.02 0.03",
        "20000, 0.15, 0.010 0.011 0.012 0.013 0.014 0.015 0.016 0.017 0.018 0.019 0.020 0.021 0.022 0.023 0.024 0.025",
        "30000, 0.01, 0.002 0.2"
    })
    void the_interval_covers_the_truth_as_often_as_it_says(int shipments, double rate, String shares) {
        double[] chances = java.util.Arrays.stream(shares.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int ofAll = 0;
        int ofLeft = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var drawn = Drawn.of(new Random(seed), shipments, rate, chances);
            var all = InversePropensity.ofAll(List.of(drawn.samples()));
            var left = InversePropensity.ofThoseLeft(drawn.samples());
            // Where nobody was drawn, no interval is given.
            ofAll += all == null || covers(all, drawn.truth()) ? 1 : 0;
            ofLeft += left == null || covers(left, drawn.truthOfLeft()) ? 1 : 0;
        }
        assertThat(ofAll).as("of all").isGreaterThanOrEqualTo(SEEDS * 93 / 100);
        assertThat(ofLeft).as("of those left").isGreaterThanOrEqualTo(SEEDS * 93 / 100);
    }

    private static boolean covers(InversePropensity.Rate rate, double truth) {
        return rate.share95().low() <= truth && truth <= rate.share95().high();
    }

    /** One selection; the rate halves from the first share to the last, and a tenth of those drawn is not examined. */
    private record Drawn(List<Sampled> samples, double truth, double truthOfLeft) {
        static Drawn of(Random random, int shipments, double rate, double[] chances) {
            var samples = new ArrayList<Sampled>();
            long illegal = 0;
            long illegalLeft = 0;
            long left = 0;
            int each = shipments / chances.length;
            for (int i = 0; i < chances.length; i++) {
                double here = rate * (1 - 0.5 * i / chances.length);
                long drawn = 0;
                long known = 0;
                long positive = 0;
                for (int j = 0; j < each; j++) {
                    boolean bad = j < Math.round(here * each);
                    illegal += bad ? 1 : 0;
                    if (random.nextDouble() >= chances[i]) {
                        illegalLeft += bad ? 1 : 0;
                        left++;
                        continue;
                    }
                    drawn++;
                    if (random.nextInt(10) > 0) {
                        known++;
                        positive += bad ? 1 : 0;
                    }
                }
                samples.add(new Sampled(chances[i], drawn, each - drawn, known, positive));
            }
            return new Drawn(samples, (double) illegal / (each * chances.length), (double) illegalLeft / left);
        }
    }
}
