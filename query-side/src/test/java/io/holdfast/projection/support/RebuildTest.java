package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.holdfast.projection.support.mongo.TestStorage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RebuildTest {
    private static final Generation FIRST = new Generation("tally", 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void live_and_rebuilt_are_equal_document_by_document(int segments) {
        try (var harness = ProjectionHarness.of(new Tally(segments), Tally.mappings())) {
            harness.given(Tally.many(1000, 23));
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void an_empty_log_can_be_rebuilt() {
        try (var harness = ProjectionHarness.of(new Tally(2), Tally.mappings())) {
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void events_that_come_during_a_rebuild_are_in_both() {
        try (var harness = ProjectionHarness.of(new Tally(4), Tally.mappings())) {
            harness.given(Tally.many(1000, 23)).caughtUp();
            var over = new AtomicBoolean();
            Thread writer = Thread.ofVirtual().start(() -> {
                int i = 0;
                while (!over.get()) {
                    harness.given(Tally.tagged("S" + i++ % 23, "late" + i));
                    Thread.onSpinWait();
                    if (i > 2_000) {
                        return;
                    }
                }
            });
            harness.rebuild();
            over.set(true);
            await().until(() -> !writer.isAlive());
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void the_old_generation_goes_after_its_grace_period() {
        try (var harness = ProjectionHarness.of(new Tally(2), Tally.mappings())) {
            harness.given(Tally.many(100, 5)).caughtUp();
            harness.rebuild();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> harness.node().entry("tally").retired().isEmpty());
            assertThat(TestStorage.exists(harness.database(), FIRST, Tally.TAGS))
                    .isFalse();
            assertThat(harness.documents(Tally.TAGS)).hasSize(5);
        }
    }

    @Test
    void only_one_rebuild_at_a_time_over_all_nodes() {
        var gate = new Gate();
        try (var harness = ProjectionHarness.of(gate, Tally.mappings())) {
            harness.given(Tally.many(10, 5)).caughtUp();
            ProjectionNode other = harness.startNode();
            gate.close();
            harness.node().rebuild("tally", "tester");
            assertThatThrownBy(() -> other.rebuild("tally", "somebody else"))
                    .isInstanceOf(RebuildUnderWayException.class);
            gate.open();
            harness.awaitLive(FIRST.next());
            assertThat(other.rebuild("tally", "somebody else").by()).isEqualTo("somebody else");
        }
    }

    @Test
    void a_rebuild_goes_on_when_the_node_that_began_it_crashes() {
        var gate = new Gate();
        try (var harness = ProjectionHarness.of(gate, Tally.mappings())) {
            harness.given(Tally.many(500, 9)).caughtUp();
            gate.close();
            harness.node().rebuild("tally", "tester");
            gate.awaitSomebody();
            harness.crash(harness.node());
            gate.open();
            harness.startNode(new Tally(4));
            harness.awaitLive(FIRST.next());
            assertThat(harness.documents(Tally.TAGS)).hasSize(9);
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void a_rebuild_goes_on_when_every_node_stops_and_one_starts_again() {
        var gate = new Gate();
        try (var harness = ProjectionHarness.of(gate, Tally.mappings())) {
            harness.given(Tally.many(500, 9)).caughtUp();
            gate.close();
            harness.node().rebuild("tally", "tester");
            gate.awaitSomebody();
            gate.fail();
            harness.stopNode(harness.node());
            harness.startNode(new Tally(4));
            harness.awaitLive(FIRST.next());
            assertThat(harness.documents(Tally.TAGS)).hasSize(9);
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void a_rebuild_heals_what_was_spoilt() {
        try (var harness = ProjectionHarness.of(new Tally(4), Tally.mappings())) {
            harness.given(Tally.many(100, 5)).caughtUp();
            var right = harness.documents();
            harness.readModels().collection("tally", Tally.TAGS).deleteMany(new org.bson.Document());
            harness.rebuild();
            assertThat(harness.documents()).isEqualTo(right);
        }
    }

    /** A tally that can be blocked. */
    private static final class Gate implements Projection {
        private final Tally tally = new Tally(4);
        private volatile CountDownLatch open = new CountDownLatch(0);
        private final CountDownLatch somebody = new CountDownLatch(1);
        private volatile boolean failing;

        void close() {
            open = new CountDownLatch(1);
        }

        void open() {
            open.countDown();
        }

        void fail() {
            failing = true;
            open();
        }

        void awaitSomebody() {
            await().until(() -> somebody.getCount() == 0);
        }

        @Override
        public String name() {
            return tally.name();
        }

        @Override
        public int segments() {
            return tally.segments();
        }

        @Override
        public java.util.List<CollectionName<?>> collections() {
            return tally.collections();
        }

        @Override
        public void on(ProjectedEvent event, ReadModels models) {
            if (open.getCount() > 0) {
                somebody.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (failing) {
                throw new ReadModelUnavailableException("crashed", new IllegalStateException());
            }
            tally.on(event, models);
        }
    }
}
