package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TwoNodesTest {
    private final ProjectionHarness harness = ProjectionHarness.of(new Tally(4), Tally.mappings());

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void a_node_takes_over_from_one_that_stops() {
        ProjectionNode first = harness.node();
        harness.given(Tally.many(200, 10)).caughtUp();
        harness.startNode();
        harness.stopNode(first);
        harness.given(Tally.many(200, 10)).caughtUp();
        assertThat(harness.documents(Tally.TAGS).get("S0").getList("tags", String.class))
                .hasSize(40);
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void a_node_takes_over_from_one_that_crashes_in_the_middle_of_the_log() {
        harness.given(Tally.many(3000, 50));
        ProjectionNode lost = harness.node();
        harness.startNode();
        await().until(() -> lost.position("tally") > 0);
        harness.crash(lost);
        harness.given(Tally.many(300, 50)).caughtUp();
        assertThat(harness.documents(Tally.TAGS).get("S7").getList("tags", String.class))
                .hasSize(66);
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void two_nodes_share_the_segments() {
        ProjectionNode other = harness.startNode();
        await().atMost(Duration.ofSeconds(20)).until(() -> held(harness.node()) == 2 && held(other) == 2);
        harness.given(Tally.many(200, 20)).caughtUp();
        LiveAndRebuilt.assertEqual(harness);
    }

    private static int held(ProjectionNode node) {
        return node.processor(node.liveGeneration("tally"))
                .orElseThrow()
                .positions()
                .size();
    }

    @Test
    void a_node_knows_how_far_the_segments_of_the_others_are() {
        harness.given(Tally.many(50, 10)).caughtUp();
        ProjectionNode idle = harness.startNode();
        harness.given(Tally.tagged("S1", "last"));
        var gate = new PositionGate(idle, harness.log()::head, Duration.ofSeconds(5));
        assertThat(gate.await("tally", harness.log().head()))
                .isGreaterThanOrEqualTo(harness.log().head());
    }

    @Test
    void both_nodes_answer_from_the_new_generation_after_a_rebuild() {
        harness.given(Tally.many(400, 10)).caughtUp();
        ProjectionNode other = harness.startNode();
        harness.rebuild();
        assertThat(other.liveGeneration("tally").number()).isEqualTo(2);
        harness.given(Tally.many(100, 10)).caughtUp();
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void a_question_waits_no_longer_than_it_may() {
        var gate = new PositionGate(harness.node(), () -> 10_000, Duration.ofMillis(50));
        assertThatThrownBy(() -> gate.await("tally", 4_000)).isInstanceOf(ProjectionBehindException.class);
        assertThatThrownBy(() -> gate.await("nonsense", 0)).isInstanceOf(UnknownProjectionException.class);
    }

    @Test
    void a_question_does_not_wait_for_what_the_log_does_not_have() {
        var gate = new PositionGate(harness.node(), harness.log()::head, Duration.ofDays(1));
        assertThatThrownBy(() -> gate.await("tally", 4_000))
                .isInstanceOf(PositionBeyondLogException.class)
                .hasMessageContaining("and 4000 is beyond it");
    }
}
