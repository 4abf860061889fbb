package io.holdfast.projection.casefile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.casefile.CaseItem;
import io.holdfast.projection.casefile.CaseListsProjection;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.projection.support.UnreadableDocumentException;
import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.query.CaseParts.Tag;
import io.holdfast.query.ReadCaseList;
import org.assertj.core.api.Assertions;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoCaseListsTest {
    @Test
    void an_item_comes_back_as_it_was_written() {
        RoundTrips.check(new CaseListsProjection(), new CaseItemMapping());
        RoundTrips.check(new CaseListsProjection(), new OngoingMapping());
    }

    @Test
    void a_document_that_is_no_item_is_named() {
        for (Document spoilt : new Document[] {
            new Document(),
            item().append("list", "PARTIES"),
            item().append("data", "{\"tag\":"),
            item().append("number", "1")
        }) {
            Assertions.assertThatThrownBy(() -> new CaseItemMapping().fromDocument(spoilt.append("_id", "R-17/TAGS/a")))
                    .isInstanceOf(UnreadableDocumentException.class)
                    .hasMessageContaining("R-17/TAGS/a");
        }
    }

    private static Document item() {
        return new CaseItemMapping()
                .toDocument(new CaseItem(
                        OneOfEach.ID, CaseList.TAGS, 1, new Tag("repeat", new Act(1, OneOfEach.at(1), "ann"))));
    }

    @Test
    void a_rebuild_makes_the_same_lists_and_one_that_was_spoilt_is_mended_by_it() {
        try (var harness = ProjectionHarness.of(new CaseListsProjection(), new CaseItemMapping(), new OngoingMapping())
                .given(Histories.of(11, 30, 400))
                .given(OneOfEach.history())) {
            LiveAndRebuilt.assertEqual(harness);
            var lists = new MongoCaseLists(harness.readModels(), new CaseItemMapping());
            var notes = new ReadCaseList(OneOfEach.ID, CaseList.NOTES, PortScope.all(), false, null, 10);
            var right = lists.page(notes);
            assertThat(right.items()).isNotEmpty();

            harness.readModels()
                    .collection(CaseListsProjection.NAME, CaseListsProjection.ITEMS)
                    .updateMany(
                            new Document("shipment", OneOfEach.ID.value()),
                            new Document("$set", new Document("data", "{")));
            assertThat(lists.page(notes).items()).isEmpty();
            harness.rebuild();
            assertThat(lists.page(notes)).isEqualTo(right);
        }
    }
}
