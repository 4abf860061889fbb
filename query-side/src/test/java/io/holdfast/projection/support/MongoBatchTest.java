package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.projection.support.Tally.Tags;
import io.holdfast.projection.support.mongo.TestStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MongoBatchTest {
    private static final Generation GENERATION = new Generation("tally", 1);

    private final TestMongo mongo = new TestMongo();
    private final Tally tally = new Tally(1);
    private final ReadModelStore store = TestStorage.of(
                    mongo.database(), List.of(Tally.mappings()), "node", Duration.ofSeconds(10))
            .documents();

    @AfterEach
    void close() {
        mongo.close();
    }

    private Batch batch(Set<String> fresh, boolean careful) {
        return store.batch(tally, GENERATION, new Batch.Plan(Set.of("A", "B"), fresh, careful));
    }

    private static ProjectedEvent event(String shipment, String tag, long position) {
        return new ProjectedEvent(
                Tally.tagged(shipment, tag),
                "e" + position,
                "shipment.tagged#1",
                shipment,
                position + 1,
                position,
                Instant.EPOCH,
                Map.of());
    }

    private void fold(Batch batch, ProjectedEvent event) {
        batch.begin(event);
        tally.on(event, batch);
    }

    private List<String> tags(String shipment) {
        Document found =
                TestStorage.documents(mongo.database(), GENERATION, Tally.TAGS).get(shipment);
        return found == null ? List.of() : found.getList("tags", String.class);
    }

    private long sum() {
        return TestStorage.documents(mongo.database(), GENERATION, Tally.SUMS)
                .get(Tally.ALL)
                .getLong("events");
    }

    @Test
    void a_batch_that_is_delivered_again_changes_nothing() {
        for (int delivery = 0; delivery < 3; delivery++) {
            Batch batch = batch(Set.of(), true);
            fold(batch, event("A", "x", 0));
            fold(batch, event("B", "y", 1));
            fold(batch, event("A", "z", 2));
            batch.flush();
        }
        assertThat(tags("A")).containsExactly("x", "z");
        assertThat(sum()).isEqualTo(3);
    }

    @Test
    void a_batch_whose_sums_were_written_and_nothing_else_can_be_delivered_again() {
        Batch lost = batch(Set.of(), true);
        fold(lost, event("A", "x", 0));
        fold(lost, event("B", "y", 1));
        lost.flush();
        mongo.database().getCollection("tally_tags_g1").deleteMany(new Document());
        Batch again = batch(Set.of(), true);
        fold(again, event("A", "x", 0));
        fold(again, event("B", "y", 1));
        again.flush();
        assertThat(sum()).isEqualTo(2);
        assertThat(tags("B")).containsExactly("y");
    }

    @Test
    void a_node_that_was_overtaken_cannot_undo_what_its_successor_wrote() {
        Batch first = batch(Set.of(), true);
        fold(first, event("A", "x", 0));
        first.flush();
        Batch overtaken = batch(Set.of(), true);
        fold(overtaken, event("A", "y", 1));
        Batch successor = batch(Set.of(), true);
        fold(successor, event("A", "y", 1));
        fold(successor, event("A", "z", 2));
        successor.flush();
        assertThatThrownBy(overtaken::flush).isInstanceOf(ConcurrentFoldException.class);
        assertThat(tags("A")).containsExactly("x", "y", "z");
        assertThat(sum()).isEqualTo(3);
    }

    @Test
    void a_first_event_that_was_folded_before_is_noticed() {
        Batch before = batch(Set.of(), true);
        fold(before, event("A", "x", 0));
        before.flush();
        Batch again = batch(Set.of("A"), false);
        fold(again, event("A", "x", 0));
        assertThatThrownBy(again::flush).isInstanceOf(ConcurrentFoldException.class);
        assertThat(tags("A")).containsExactly("x");
    }

    @Test
    void what_an_event_has_changed_can_be_taken_back() {
        Batch batch = batch(Set.of(), true);
        fold(batch, event("A", "x", 0));
        fold(batch, event("A", "y", 1));
        batch.revert();
        fold(batch, event("B", "z", 2));
        batch.revert();
        batch.flush();
        assertThat(tags("A")).containsExactly("x");
        assertThat(tags("B")).isEmpty();
        assertThat(sum()).isEqualTo(1);
    }

    @Test
    void putting_the_same_again_changes_nothing() {
        for (int delivery = 0; delivery < 2; delivery++) {
            Batch batch = batch(Set.of(), delivery == 0);
            batch.begin(event("A", "x", 5));
            batch.collection(Tally.TAGS).put("entry-5", new Tags(List.of("x")));
            batch.flush();
        }
        assertThat(tags("entry-5")).containsExactly("x");
    }

    @Test
    void a_step_that_gives_nothing_leaves_no_document() {
        Batch batch = batch(Set.of(), false);
        batch.begin(event("A", "x", 0));
        assertThat(batch.collection(Tally.TAGS).fold("A", _ -> Optional.empty()))
                .isEmpty();
        batch.flush();
        assertThat(tags("A")).isEmpty();
    }

    @Test
    void a_collection_that_the_projection_does_not_name_is_refused() {
        Batch batch = batch(Set.of(), false);
        assertThatThrownBy(() -> batch.collection(new CollectionName<>("attic", String.class)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
