package io.holdfast.projection.outcomes.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.Wilson;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiftTest {
    @Test
    void without_a_hit_on_either_side_there_is_no_interval() {
        assertThat(Lift.interval95(0, Wilson.interval95(0, 9), 0.1, Wilson.interval95(1, 10)))
                .isNull();
        assertThat(Lift.interval95(0.1, Wilson.interval95(1, 10), 0, Wilson.interval95(0, 9)))
                .isNull();
    }

    @Test
    void it_covers_the_true_ratio_as_often_as_it_says() {
        var random = new Random(5);
        int covered = 0;
        int judged = 0;
        for (int i = 0; i < 2000; i++) {
            int hits = binomial(random, 80, 0.4);
            int base = binomial(random, 150, 0.1);
            var interval = Lift.interval95(
                    hits / 80.0, Wilson.interval95(hits, 80), base / 150.0, Wilson.interval95(base, 150));
            if (interval != null) {
                judged++;
                covered += interval.low() <= 4 && 4 <= interval.high() ? 1 : 0;
            }
        }
        assertThat((double) covered / judged).isBetween(0.93, 0.98);
    }

    private static int binomial(Random random, int n, double p) {
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return successes;
    }
}
