package io.holdfast.benchmarks.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogPlanTest {
    private final LogPlan plan = new LogPlan(10_000, 1);

    @Test
    void it_holds_as_many_events_as_asked_for_in_commits_of_one_to_three() {
        List<Commit> commits = plan.commits().toList();

        assertThat(commits.stream().mapToInt(commit -> commit.events().size()).sum())
                .isEqualTo(10_000);
        assertThat(commits).allSatisfy(commit -> assertThat(commit.events()).hasSizeBetween(1, 3));
    }

    @Test
    void sequence_numbers_of_every_aggregate_are_contiguous() {
        Map<String, Long> next = new HashMap<>();
        plan.commits().flatMap(commit -> commit.events().stream()).forEach(event -> {
            assertThat(event.getSequenceNumber()).isEqualTo(next.getOrDefault(event.getAggregateIdentifier(), 0L));
            next.merge(event.getAggregateIdentifier(), 1L, Long::sum);
        });
    }

    @Test
    void the_aggregates_to_be_loaded_have_their_sizes() {
        Map<String, Long> sizes = plan.commits()
                .flatMap(commit -> commit.events().stream())
                .collect(groupingBy(DomainEventMessage::getAggregateIdentifier, counting()));

        assertThat(LogPlan.SIZES)
                .allSatisfy(size -> assertThat(plan.aggregatesOf(size))
                        .isNotEmpty()
                        .allSatisfy(aggregate -> assertThat(sizes).containsEntry(aggregate, (long) size)));
    }

    @Test
    void writers_share_the_commits_without_sharing_an_aggregate() {
        List<Long> shares = IntStream.range(0, 8)
                .mapToObj(writer -> plan.commits(writer, 8).count())
                .toList();

        assertThat(shares).allSatisfy(share -> assertThat(share).isPositive());
        assertThat(shares.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(plan.commits().count());
    }

    @Test
    void a_payload_is_about_a_kilobyte() {
        assertThat(Note.of(3).json().length()).isBetween(950, 1_100);
    }

    @Test
    void a_log_too_small_for_the_aggregates_to_be_loaded_is_refused() {
        assertThatThrownBy(() -> new LogPlan(100, 1)).hasMessageContaining("too small");
    }
}
