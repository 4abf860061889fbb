package io.holdfast.projection.casefile.mongo;

import static io.holdfast.projection.casefile.mongo.CaseItemMapping.*;

import com.mongodb.client.model.Sorts;
import io.holdfast.projection.casefile.CaseItem;
import io.holdfast.projection.casefile.CaseLists;
import io.holdfast.projection.casefile.CaseListsProjection;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.ReadablePage;
import io.holdfast.query.ReadCaseList;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads lists of cases from the live generation. */
@Component
class MongoCaseLists implements CaseLists {
    /** The maximum size of a page, in characters of JSON. A larger item gets a page of its own. */
    static final int LARGEST_PAGE = 1 << 20;

    private final LiveGenerations models;
    private final CaseItemMapping mapping;

    MongoCaseLists(LiveGenerations models, CaseItemMapping mapping) {
        this.models = models;
        this.mapping = mapping;
    }

    @Override
    public ReadCaseList.Page page(ReadCaseList question) {
        boolean newest = question.newestFirst();
        var filter = new Document(SHIPMENT, question.shipment().value())
                .append(LIST, question.list().name());
        if (question.after() != null) {
            filter.append(NUMBER, new Document(newest ? "$lt" : "$gt", question.after()));
        }
        var found = models.collection(CaseListsProjection.NAME, CaseListsProjection.ITEMS)
                .find(filter)
                .sort(newest ? Sorts.descending(NUMBER) : Sorts.ascending(NUMBER));
        var some =
                ReadablePage.some(found, mapping::fromDocument, question.limit(), MongoCaseLists::weight, LARGEST_PAGE);
        return new ReadCaseList.Page(
                some.items().stream().map(CaseItem::item).toList(),
                some.more() ? Long.toString(some.items().getLast().number()) : null);
    }

    private static long weight(Document found) {
        return found.getString(DATA) instanceof String data ? data.length() : 0;
    }
}
