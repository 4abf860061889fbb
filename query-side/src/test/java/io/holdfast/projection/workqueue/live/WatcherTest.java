package io.holdfast.projection.workqueue.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueName;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WatcherTest {
    private static final Duration NOT_LONG = Duration.ofMillis(1);
    private static final LiveProperties LIMITS =
            new LiveProperties(3, 2, 5, 10, Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMinutes(1));
    private static final List<QueueCase> CASES = cases();

    private final Watchers watchers = new Watchers(LIMITS);

    @Test
    void of_a_case_that_changes_twice_before_it_is_read_only_the_last_state_is_told() throws Exception {
        Watcher ann = watchers.add(watch("ann", PortScope.all()));
        watchers.offer(List.of(changed(0, 10), changed(1, 11)), 11);
        watchers.offer(List.of(changed(0, 12)), 13);

        var delivery = ann.take(NOT_LONG);

        assertThat(delivery.cases()).extracting(LiveCase::position).containsExactly(11L, 12L);
        assertThat(delivery.position()).isEqualTo(13);
        assertThat(ann.take(NOT_LONG).cases()).isEmpty();
    }

    @Test
    void nobody_is_told_of_a_port_out_of_scope() throws Exception {
        PortCode port = CASES.getFirst().port();
        Watcher ann = watchers.add(watch("ann", PortScope.only(port)));
        var all = new ArrayList<LiveCase>();
        for (int i = 0; i < 12; i++) {
            all.add(changed(i, i));
        }
        watchers.offer(all, 12);
        watchers.offer(List.of(changed(0, 13)), 13);

        assertThat(ann.take(NOT_LONG).cases())
                .isNotEmpty()
                .allMatch(c -> c.filed().content().port().equals(port));
    }

    @Test
    void who_falls_behind_further_than_what_is_kept_is_told_to_reload_and_goes_on_from_there() throws Exception {
        Watcher ann = watchers.add(watch("ann", PortScope.all()));
        for (int i = 0; i < 6; i++) {
            watchers.offer(List.of(changed(i, i)), i);
        }

        var delivery = ann.take(NOT_LONG);
        assertThat(delivery.reload()).isTrue();
        assertThat(delivery.cases()).isEmpty();
        assertThat(delivery.position()).isEqualTo(5);

        watchers.offer(List.of(changed(0, 6)), 6);
        assertThat(ann.take(NOT_LONG).cases()).hasSize(1);
    }

    @Test
    void who_does_not_read_on_is_dropped_and_the_others_are_served_all_the_while() throws Exception {
        Watcher slow = watchers.add(watch("slow", PortScope.all()));
        Watcher ann = watchers.add(watch("ann", PortScope.all()));
        slow.take(NOT_LONG);
        var received = new CountDownLatch(1);
        Thread reader = Thread.startVirtualThread(() -> {
            try {
                while (!ann.ended()) {
                    if (!ann.take(Duration.ofSeconds(5)).cases().isEmpty()) {
                        received.countDown();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            watchers.dropStalled();
            return watchers.size() == 1;
        });
        watchers.offer(List.of(changed(0, 1)), 1);

        received.await();
        assertThat(slow.ended()).isTrue();
        assertThat(ann.ended()).isFalse();
        watchers.removeAll();
        reader.join();
    }

    @Test
    void neither_one_person_nor_all_together_can_take_more_than_there_is() {
        watchers.add(watch("ann", PortScope.all()));
        watchers.add(watch("ann", PortScope.all()));
        assertThatThrownBy(() -> watchers.add(watch("ann", PortScope.all())))
                .isInstanceOf(TooManyWatchersException.class)
                .hasMessageContaining("You watch 2");
        watchers.add(watch("bob", PortScope.all()));
        assertThatThrownBy(() -> watchers.add(watch("eve", PortScope.all())))
                .isInstanceOf(TooManyWatchersException.class)
                .hasMessageContaining("this instance");
    }

    private static LiveCase changed(int i, long position) {
        return new LiveCase(new Filed(CASES.get(i), 1), position);
    }

    private static Watch watch(String person, PortScope ports) {
        return new Watch(QueueName.OPEN, new UserId(person), ports, QueueFilter.AWAKE.andSnoozed(), false);
    }

    private static List<QueueCase> cases() {
        return new Deliveries(new WorkQueueProjection())
                .deliver(Deliveries.projected(Histories.of(5, 60, 300))).documents().get("cases").values().stream()
                        .map(QueueCase.class::cast)
                        .toList();
    }
}
