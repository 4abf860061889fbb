package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.projection.support.mongo.TestStorage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoisonTest {
    private final Tally tally = new Tally(4);
    private final ProjectionHarness harness = ProjectionHarness.of(tally, Tally.mappings());

    @AfterEach
    void close() {
        harness.close();
    }

    private List<String> tags(String shipment) {
        var found = harness.documents(Tally.TAGS).get(shipment);
        return found == null ? List.of() : found.getList("tags", String.class);
    }

    private List<ParkedEvent> parked() {
        return TestStorage.of(harness.database(), List.of(), "reader", Duration.ofSeconds(1))
                .parked()
                .list(harness.node().liveGeneration("tally"), 100);
    }

    private void poisonAmongOthers() {
        tally.poison("bad");
        harness.given(
                        Tally.tagged("A", "a1"),
                        Tally.tagged("A", "bad"),
                        Tally.tagged("B", "b1"),
                        Tally.tagged("A", "a2"),
                        Tally.tagged("B", "b2"))
                .caughtUp();
    }

    @Test
    void a_poison_event_parks_its_shipment_and_the_others_go_on() {
        poisonAmongOthers();
        harness.given(Tally.tagged("A", "a3"), Tally.tagged("B", "b3")).caughtUp();
        assertThat(tags("A")).containsExactly("a1");
        assertThat(tags("B")).containsExactly("b1", "b2", "b3");
        assertThat(parked()).extracting(ParkedEvent::version).containsExactly(2L, 3L, 4L);
        assertThat(parked().getFirst().cause()).contains("cannot bear bad");
        assertThat(parked().getLast().cause()).isNull();
    }

    @Test
    void a_mended_projection_gets_them_in_their_order() {
        poisonAmongOthers();
        tally.cure();
        assertThat(harness.node().retry("tally", "tester")).isEqualTo(new RetryOutcome.Retried(2, 0));
        assertThat(tags("A")).containsExactly("a1", "bad", "a2");
        harness.given(Tally.tagged("A", "a4")).caughtUp();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(tags("A")).containsExactly("a1", "bad", "a2", "a4"));
        LiveAndRebuilt.assertEqual(harness);
    }

    @Test
    void what_still_cannot_be_folded_stays_parked() {
        poisonAmongOthers();
        assertThat(harness.node().retry("tally", "tester")).isEqualTo(new RetryOutcome.Retried(0, 2));
        assertThat(tags("A")).containsExactly("a1");
    }

    @Test
    void a_document_that_cannot_be_written_is_found_out_and_parks_its_shipment_only() {
        harness.given(Tally.tagged("A", "unwritable"), Tally.tagged("B", "b1")).caughtUp();
        assertThat(tags("B")).containsExactly("b1");
        assertThat(parked()).singleElement().extracting(ParkedEvent::aggregate).isEqualTo("A");
    }

    @Test
    void a_document_that_the_store_refuses_for_its_size_parks_its_shipment_only() {
        harness.given(
                        Tally.tagged("B", "b1"),
                        Tally.tagged("A", "a1"),
                        Tally.tagged("A", "heavy"),
                        Tally.tagged("B", "b2"),
                        Tally.tagged("A", "a3"))
                .caughtUp();
        assertThat(tags("B")).containsExactly("b1", "b2");
        assertThat(tags("A")).containsExactly("a1");
        assertThat(parked()).extracting(ParkedEvent::version).containsExactly(2L, 3L);
    }

    @Test
    void a_document_that_cannot_be_read_parks_its_shipment_only() {
        harness.given(Tally.tagged("A", "a1"), Tally.tagged("B", "b1")).caughtUp();
        harness.readModels()
                .collection("tally", Tally.TAGS)
                .updateOne(new Document("_id", "A"), new Document("$set", new Document("tags", 5)));
        harness.stopNode(harness.node());
        harness.given(Tally.tagged("B", "b2"), Tally.tagged("A", "a2"), Tally.tagged("C", "c1"));
        harness.startNode();
        harness.caughtUp();
        assertThat(tags("B")).containsExactly("b1", "b2");
        assertThat(tags("C")).containsExactly("c1");
        assertThat(parked()).singleElement().extracting(ParkedEvent::aggregate).isEqualTo("A");
    }

    @Test
    void one_shipment_with_many_parked_events_keeps_no_other_from_being_retried() {
        tally.poison("bad");
        tally.poison("worse");
        harness.given(Tally.tagged("A", "worse"))
                .given(IntStream.range(0, 600)
                        .mapToObj(i -> Tally.tagged("A", "a" + i))
                        .toList())
                .given(Tally.tagged("B", "bad"))
                .caughtUp();
        tally.cure();
        tally.poison("worse");
        assertThat(harness.node().retry("tally", "tester")).isEqualTo(new RetryOutcome.Retried(1, 601));
        assertThat(tags("B")).containsExactly("bad");
    }

    @Test
    void a_node_that_starts_again_remembers_what_is_parked() {
        poisonAmongOthers();
        harness.stopNode(harness.node());
        tally.cure();
        harness.startNode();
        harness.given(Tally.tagged("A", "a3")).caughtUp();
        assertThat(tags("A")).containsExactly("a1");
        assertThat(parked()).hasSize(3);
    }

    @Test
    void sums_over_shipments_are_mended_by_a_rebuild() {
        var sums = new Tally(1);
        try (var one = ProjectionHarness.of(sums, Tally.mappings())) {
            sums.poison("bad");
            one.given(Tally.tagged("A", "bad"), Tally.tagged("B", "b1")).caughtUp();
            assertThat(one.documents(Tally.SUMS).get(Tally.ALL).getLong("events"))
                    .isEqualTo(1);
            sums.cure();
            assertThat(one.node().retry("tally", "tester")).isInstanceOf(RetryOutcome.Rebuilding.class);
            one.awaitLive(new Generation("tally", 2));
            assertThat(one.documents(Tally.SUMS).get(Tally.ALL).getLong("events"))
                    .isEqualTo(2);
        }
    }
}
