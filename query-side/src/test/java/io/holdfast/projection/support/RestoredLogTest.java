package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.projection.support.mongo.TestStorage;
import io.holdfast.runtime.log.LogFollower;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The log is restored from a copy older than the read models. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestoredLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Tally tally = new Tally(4);
    private final ProjectionHarness harness = ProjectionHarness.of(tally, Tally.mappings());

    @AfterEach
    void close() {
        harness.close();
    }

    private void restoredTo(int count) {
        harness.stopNode(harness.node());
        harness.log().restoreTo(count);
    }

    private ProjectionStorage storage() {
        return TestStorage.of(harness.database(), List.of(), "reader", Duration.ofSeconds(1));
    }

    private LogFollower reader() {
        return new ProjectionFollower(
                "tally", harness.node(), harness.monitor(), storage().parked());
    }

    private void isRebuilt() {
        harness.rebuild();
        assertThat(reader().status().departed()).isNull();
        assertThat(harness.monitor().status("tally").error()).isNull();
        assertThat(harness.monitor().status("tally").position())
                .isEqualTo(harness.log().head());
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void a_position_beyond_the_end_is_told_and_a_rebuild_heals_it() {
        harness.given(Tally.many(40, 8)).caughtUp();
        restoredTo(5);
        harness.startNode();
        assertThat(reader().status().departed())
                .contains("stands at position 273", "its last one is at 28", "/projections/tally/rebuild");
        assertThat(harness.monitor().status("tally").error()).contains("restored");
        assertThat(harness.monitor().status("tally").lag()).isEqualTo(5);
        isRebuilt();
        assertThat(harness.documents(Tally.TAGS)).hasSize(5);
    }

    @Test
    void another_history_of_the_same_length_is_told_too() {
        harness.given(Tally.many(40, 8)).caughtUp();
        restoredTo(5);
        harness.given(Tally.many(60, 3));
        harness.startNode();
        assertThat(reader().status().departed()).contains("has read another event at position");
        isRebuilt();
        harness.given(Tally.tagged("S1", "after")).caughtUp();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(harness.documents(Tally.TAGS).get("S1").getList("tags", String.class))
                                .contains("after"));
    }

    @Test
    void an_empty_log_is_told_and_rebuilt() {
        harness.given(Tally.many(40, 8)).caughtUp();
        restoredTo(0);
        harness.startNode();
        assertThat(reader().status().departed()).contains("its last one is at -1");
        isRebuilt();
        assertThat(harness.documents(Tally.TAGS)).isEmpty();
    }

    @Test
    void what_was_parked_beyond_the_end_hinders_no_rebuild() {
        tally.poison("bad");
        harness.given(Tally.many(20, 8))
                .given(Tally.tagged("P", "bad"), Tally.tagged("P", "later"))
                .caughtUp();
        restoredTo(5);
        harness.startNode();
        assertThat(reader().status().departed()).isNotNull();
        isRebuilt();
        assertThat(reader().status().parked()).isZero();
    }

    @Test
    void a_rebuild_that_was_under_way_begins_again_by_itself() {
        harness.given(Tally.many(40, 8)).caughtUp();
        tally.poison("t39", new ReadModelUnavailableException("away", new IllegalStateException()));
        Generation begun = harness.node().rebuild("tally", "tester").generation();
        await().atMost(PATIENCE)
                .until(() ->
                        storage().tokens().progress(begun.label()).orElseThrow().furthest() > 100);
        restoredTo(5);
        tally.cure();
        harness.startNode();
        harness.awaitLive(begun.next());
        assertThat(reader().status().departed()).isNull();
        LiveAndRebuilt.assertEqual(harness);
    }
}
