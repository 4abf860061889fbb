package io.holdfast.projection.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProjectionNodeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void every_event_is_folded_once_in_the_order_of_its_shipment(int segments) {
        try (var harness = ProjectionHarness.of(new Tally(segments), Tally.mappings())) {
            harness.given(Tally.many(2000, 37)).caughtUp();
            var models = new InMemoryReadModels();
            var fresh = new Tally(segments);
            harness.log().events().forEach(e -> models.fold(fresh, e));
            Map<String, Document> documents = harness.documents(Tally.TAGS);
            assertThat(documents).hasSize(37);
            models.documents(Tally.TAGS)
                    .forEach((id, tags) -> assertThat(documents.get(id).getList("tags", String.class))
                            .isEqualTo(tags.tags()));
        }
    }

    @Test
    void sums_over_shipments_are_right() {
        try (var harness = ProjectionHarness.of(new Tally(1), Tally.mappings())) {
            harness.given(Tally.many(1500, 11)).caughtUp();
            assertThat(harness.documents(Tally.SUMS).get(Tally.ALL).getLong("events"))
                    .isEqualTo(1500);
        }
    }

    @Test
    void each_document_says_what_it_has_seen_and_the_version_of_its_shipment() {
        try (var harness = ProjectionHarness.of(new Tally(2), Tally.mappings())) {
            harness.given(Tally.tagged("A", "x"), Tally.tagged("B", "y"), Tally.tagged("A", "z"))
                    .caughtUp();
            assertThat(harness.documents(Tally.TAGS).get("A"))
                    .containsEntry("version", 2L)
                    .containsEntry("seen", harness.log().head());
            assertThat(harness.readModels().position("tally"))
                    .isEqualTo(harness.log().head());
        }
    }

    @Test
    void an_empty_log_leaves_the_position_before_the_first_event() {
        try (var harness = ProjectionHarness.of(new Tally(2), Tally.mappings())) {
            assertThat(harness.readModels().position("tally")).isEqualTo(-1);
        }
    }

    @Test
    void a_node_that_starts_again_goes_on_where_it_was() {
        try (var harness = ProjectionHarness.of(new Tally(4), Tally.mappings())) {
            harness.given(Tally.many(300, 10)).caughtUp();
            harness.stopNode(harness.node());
            harness.given(Tally.many(300, 10));
            harness.startNode();
            harness.caughtUp();
            assertThat(harness.documents(Tally.TAGS).get("S3").getList("tags", String.class))
                    .hasSize(60);
            LiveAndRebuilt.assertEqual(harness);
        }
    }

    @Test
    void events_that_a_projection_does_not_care_for_move_it_on() {
        try (var harness = ProjectionHarness.of(new Tally(4), Tally.mappings())) {
            harness.given(Histories.of(3, 20, 200)).caughtUp();
            assertThat(harness.node().names()).isEqualTo(List.of("tally"));
            assertThat(harness.node().running()).isTrue();
        }
    }
}
