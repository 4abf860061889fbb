package io.holdfast.projection.support.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.projection.support.ProjectionTokens;
import io.holdfast.projection.support.TestMongo;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoTokensTest {
    private static final String NAME = "queue_g1";
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final TestMongo mongo = new TestMongo();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
    private final AtomicLong passed = new AtomicLong();
    private final ProjectionTokens here = node("here");
    private final ProjectionTokens there = node("there");

    private MongoTokens node(String name) {
        return new MongoTokens(mongo.database(), name, LEASE, now::get, passed::get);
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
        passed.addAndGet(time.toNanos());
    }

    private void setClocksBack(Duration by) {
        now.updateAndGet(t -> t.minus(by));
    }

    @Test
    void the_lease_of_a_dead_node_ends_though_clocks_were_set_back_by_an_hour() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        here.storeToken(at(7), NAME, 0);
        setClocksBack(Duration.ofHours(1));

        assertThat(there.fetchAvailableSegments(NAME)).isEmpty();
        assertThatThrownBy(() -> there.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        pass(LEASE);
        assertThat(there.fetchAvailableSegments(NAME)).hasSize(1);
        assertThat(there.fetchToken(NAME, 0)).isEqualTo(at(7));
        assertThatThrownBy(() -> here.storeToken(at(8), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void a_living_node_keeps_its_segment_though_its_clock_was_set_back() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        setClocksBack(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            here.extendClaim(NAME, 0);
            assertThat(there.fetchAvailableSegments(NAME)).isEmpty();
            pass(LEASE.dividedBy(2));
        }
    }

    @Test
    void a_dead_node_is_not_counted_on_though_clocks_were_set_back() {
        there.beat();
        setClocksBack(Duration.ofHours(1));
        assertThat(here.beat()).isEqualTo(2);
        pass(LEASE);
        assertThat(here.beat()).isEqualTo(1);
        there.beat();
        assertThat(here.beat()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void a_processor_has_no_segments_before_it_is_initialised() {
        assertThat(here.fetchSegments(NAME)).isEmpty();
        assertThat(here.fetchAvailableSegments(NAME)).isEmpty();
        assertThat(here.progress(NAME)).isEmpty();
        assertThatThrownBy(() -> here.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void segments_come_into_being_all_at_once_and_only_once() {
        here.initializeTokenSegments(NAME, 4);
        assertThat(there.fetchSegments(NAME)).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> there.initializeTokenSegments(NAME, 2))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(there.fetchAvailableSegments(NAME))
                .extracting(Segment::getMask)
                .containsOnly(3);
    }

    @Test
    void a_segment_begins_with_the_token_that_it_was_given() {
        here.initializeTokenSegments(NAME, 1, at(42));
        assertThat(here.fetchToken(NAME, 0)).isEqualTo(at(42));
    }

    @Test
    void the_start_of_the_log_is_no_token() {
        here.initializeTokenSegments(NAME, 1);
        assertThat(here.fetchToken(NAME, 0)).isNull();
        here.storeToken(null, NAME, 0);
        here.storeToken(null, NAME, 0);
        assertThat(here.fetchToken(NAME, 0)).isNull();
    }

    @Test
    void what_was_stored_is_fetched_by_whoever_claims_next() {
        here.initializeTokenSegments(NAME, 2);
        here.fetchToken(NAME, 1);
        here.storeToken(at(4097), NAME, 1);
        here.releaseClaim(NAME, 1);
        assertThat(there.fetchToken(NAME, 1)).isEqualTo(at(4097));
    }

    @Test
    void the_same_token_can_be_stored_twice_in_a_row() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        here.storeToken(at(7), NAME, 0);
        here.storeToken(at(7), NAME, 0);
        assertThat(here.fetchToken(NAME, 0)).isEqualTo(at(7));
    }

    @Test
    void a_segment_that_another_node_holds_cannot_be_claimed() {
        here.initializeTokenSegments(NAME, 2);
        here.fetchToken(NAME, 0);
        assertThatThrownBy(() -> there.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(there.fetchAvailableSegments(NAME))
                .extracting(Segment::getSegmentId)
                .containsExactly(1);
        assertThat(here.fetchAvailableSegments(NAME)).hasSize(2);
    }

    @Test
    void nothing_is_stored_for_a_segment_that_was_not_claimed() {
        here.initializeTokenSegments(NAME, 1);
        assertThatThrownBy(() -> here.storeToken(at(1), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> here.extendClaim(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void a_claim_lasts_as_long_as_it_is_extended() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        for (int i = 0; i < 3; i++) {
            pass(LEASE.minusSeconds(1));
            here.extendClaim(NAME, 0);
        }
        assertThatThrownBy(() -> there.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        pass(LEASE.minusSeconds(1));
        here.storeToken(at(1), NAME, 0);
        pass(LEASE.minusSeconds(1));
        assertThatThrownBy(() -> there.fetchToken(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void a_node_that_was_overtaken_can_neither_store_nor_extend_nor_release() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        here.storeToken(at(5), NAME, 0);
        pass(LEASE.plusMillis(1));
        assertThat(there.fetchToken(NAME, 0)).isEqualTo(at(5));
        assertThatThrownBy(() -> here.storeToken(at(99), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> here.extendClaim(NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        here.releaseClaim(NAME, 0);
        there.storeToken(at(6), NAME, 0);
        assertThat(there.fetchToken(NAME, 0)).isEqualTo(at(6));
    }

    @Test
    void a_process_of_the_same_name_that_claimed_later_wins() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        node("here").fetchToken(NAME, 0);
        assertThatThrownBy(() -> here.storeToken(at(1), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void nobody_can_store_for_a_processor_that_was_deleted() {
        here.initializeTokenSegments(NAME, 1);
        here.fetchToken(NAME, 0);
        there.delete(NAME);
        assertThatThrownBy(() -> here.storeToken(at(1), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(here.fetchSegments(NAME)).isEmpty();
    }

    @Test
    void what_is_not_a_position_is_refused_and_changes_nothing() {
        here.initializeTokenSegments(NAME, 1, at(3));
        here.fetchToken(NAME, 0);
        TrackingToken replay = ReplayToken.createReplayToken(at(10), null);
        assertThatThrownBy(() -> here.storeToken(replay, NAME, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(here.requiresExplicitSegmentInitialization()).isFalse();
        assertThat(here.fetchToken(NAME, 0)).isEqualTo(at(3));
    }

    @Test
    void processors_do_not_know_of_one_another() {
        here.initializeTokenSegments(NAME, 1);
        here.initializeTokenSegments("queue_g2", 3);
        assertThat(here.fetchSegments(NAME)).hasSize(1);
        assertThat(here.fetchSegments("queue_g2")).hasSize(3);
    }

    @Test
    void progress_is_where_the_slowest_segment_is() {
        here.initializeTokenSegments(NAME, 2);
        here.fetchToken(NAME, 0);
        here.fetchToken(NAME, 1);
        here.storeToken(at(8), NAME, 0, 3, LogMark.START);
        here.storeToken(at(9), NAME, 0, 2, new LogMark(9, "e9"));
        assertThat(there.progress(NAME).orElseThrow().position()).isEqualTo(-1);
        here.publish(NAME, Map.of(0, 9L, 1, 9L));
        assertThat(there.progress(NAME).orElseThrow().position()).isEqualTo(9);
        assertThat(there.progress(NAME).orElseThrow().handled()).isEqualTo(5);
    }

    @Test
    void only_the_holder_publishes() {
        here.initializeTokenSegments(NAME, 1);
        there.publish(NAME, Map.of(0, 9L));
        assertThat(here.progress(NAME).orElseThrow().position()).isEqualTo(-1);
    }

    @Test
    void a_node_counts_as_long_as_its_beat_is_no_older_than_a_lease() {
        assertThat(here.beat()).isEqualTo(1);
        assertThat(there.beat()).isEqualTo(2);
        there.leave();
        assertThat(here.beat()).isEqualTo(1);
        there.beat();
        pass(LEASE.plusMillis(1));
        assertThat(here.beat()).isEqualTo(1);
    }

    @Test
    void of_many_nodes_that_initialise_one_does() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var node = node("n" + i);
            attempts.add(() -> {
                try {
                    node.initializeTokenSegments(NAME, 4);
                    return true;
                } catch (UnableToClaimTokenException e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long winners = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts, 30, TimeUnit.SECONDS)) {
                winners += attempt.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    @Test
    void nodes_that_take_a_segment_from_one_another_never_lose_or_repeat_a_step() throws Exception {
        here.initializeTokenSegments(NAME, 1);
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var node = new MongoTokens(mongo.database(), "n" + i, Duration.ofMillis(1), Instant::now, Ticker.SYSTEM);
            nodes.add(() -> steps(node));
        }
        int stored = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> node : threads.invokeAll(nodes, 60, TimeUnit.SECONDS)) {
                stored += node.get();
            }
        }
        assertThat(stored).isPositive();
        assertThat(here.progress(NAME).orElseThrow().position()).isEqualTo(stored - 1);
    }

    private static int steps(MongoTokens node) {
        int stored = 0;
        for (int i = 0; i < 100; i++) {
            try {
                TrackingToken token = node.fetchToken(NAME, 0);
                node.storeToken(at(token == null ? 0 : token.position().orElseThrow() + 1), NAME, 0);
                stored++;
            } catch (UnableToClaimTokenException e) {
                Thread.onSpinWait();
            }
        }
        return stored;
    }
}
