package io.holdfast.projection.workqueue;

import static io.holdfast.command.shipment.domain.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.BrowseQueue.Share;
import io.holdfast.query.BrowseQueue.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The passing of time changes every priority, but not their order. */
class PriorityLawTest {
    private static final Instant LAST = START.plus(Duration.ofDays(400));

    @Property(tries = 60)
    void the_order_of_the_keys_is_the_order_of_the_totals_at_any_moment(
            @ForAll long seed, @ForAll @LongRange(max = 700L * 24 * 60 * 60 * 1000) long later) {
        Instant now = LAST.plusMillis(later);
        List<QueueCase> byKey = cases(seed).stream()
                .sorted(Comparator.comparing(c -> SortKeys.of(Sort.PRIORITY, c)))
                .toList();
        for (int i = 1; i < byKey.size(); i++) {
            QueueCase before = byKey.get(i - 1);
            QueueCase after = byKey.get(i);
            assertThat(before.priority(now).total())
                    .isGreaterThanOrEqualTo(after.priority(now).total());
        }
    }

    @Property(tries = 60)
    void the_end_of_a_priority_parts_those_that_have_it_from_those_that_do_not(
            @ForAll long seed,
            @ForAll @LongRange(max = 400L * 24 * 60 * 60 * 1000) long later,
            @ForAll @IntRange(min = 1, max = 999) int least) {
        Instant now = LAST.plusMillis(later);
        String end = SortKeys.endAfter(Priorities.lastPlace(least, now));
        for (QueueCase c : cases(seed)) {
            assertThat(SortKeys.of(Sort.PRIORITY, c).compareTo(end) < 0)
                    .as("%s at %s", c, now)
                    .isEqualTo(c.priority(now).total() >= least);
        }
    }

    @Property(tries = 60)
    void the_total_is_the_sum_of_its_shares_and_of_all_that_count_for_its_key(
            @ForAll long seed, @ForAll @LongRange(max = 400L * 24 * 60 * 60 * 1000) long later) {
        Instant now = LAST.plusMillis(later);
        for (QueueCase c : cases(seed)) {
            assertThat(c.priority(now).total())
                    .isEqualTo(c.priority(now).shares().stream()
                            .mapToLong(Share::points)
                            .sum())
                    .isEqualTo(Duration.between(Priorities.place(c), now).dividedBy(Priorities.POINT));
        }
    }

    private static List<QueueCase> cases(long seed) {
        List<QueueCase> cases =
                List.copyOf(QueueCaseTest.fold(Histories.of(seed, 25, 400)).values());
        assertThat(cases).allMatch(c -> c.enteredAt().isBefore(LAST));
        return cases;
    }
}
