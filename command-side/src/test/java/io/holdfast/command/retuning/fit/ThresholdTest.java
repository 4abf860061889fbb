package io.holdfast.command.retuning.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** A hundred shipments at one port that score 1, 2 ... 100 hundredths. */
    private static ScoredTraffic hundred() {
        var traffic = new ScoredTraffic();
        for (int row = 1; row <= 100; row++) {
            traffic.add("2704", DAY.plusDays(row % 10), row / 100.0, 0);
        }
        return traffic;
    }

    @Property(tries = 50)
    void as_many_are_selected_as_can_be_examined_and_not_one_more(@ForAll @IntRange(min = 1, max = 99) int most) {
        ScoredTraffic traffic = hundred();

        double threshold = traffic.thresholdFor(most / 100.0);

        assertThat(traffic.selectedAt(threshold)).isEqualTo(most);
        assertThat(threshold).isGreaterThan((100 - most) / 100.0);
    }

    @Property(tries = 50)
    void a_rule_that_selects_alone_goes_on_selecting(@ForAll @DoubleRange(min = 1, max = 5) double ruleShare) {
        ScoredTraffic traffic = hundred();
        traffic.add("2704", DAY, 0, ruleShare);

        double threshold = traffic.thresholdFor(0.05);

        assertThat(traffic.selectedAt(threshold)).isBetween(4, 5);
        assertThat(traffic.selectedAt(1_000)).isEqualTo(1);
    }

    @Test
    void of_what_is_selected_at_most_one_in_twenty_comes_when_the_port_has_no_examination_left() {
        ScoredTraffic traffic = hundred();

        double threshold = traffic.thresholdFor(_ -> 3);

        // Ten days with three each.
        assertThat(traffic.selectedAt(threshold)).isBetween(30, 31);
    }

    @Test
    void a_threshold_is_above_zero_even_when_everything_can_be_examined() {
        assertThat(hundred().thresholdFor(1)).isEqualTo(0.0001);
    }
}
