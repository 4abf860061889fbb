package io.holdfast.projection.casefile.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.casefile.CaseItem;
import io.holdfast.projection.casefile.CaseListsProjection;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.UnreadableDocumentException;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.query.CaseList;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Maps an item to its JSON; the list determines its type. */
@Component
class CaseItemMapping implements DocumentMapping<CaseItem> {
    static final String SHIPMENT = "shipment";
    static final String LIST = "list";
    static final String NUMBER = "number";
    static final String DATA = "data";

    @Override
    public String projection() {
        return CaseListsProjection.NAME;
    }

    @Override
    public CollectionName<CaseItem> collection() {
        return CaseListsProjection.ITEMS;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(ascending(SHIPMENT, LIST, NUMBER)));
    }

    @Override
    public Document toDocument(CaseItem value) {
        return new Document(SHIPMENT, value.shipment().value())
                .append(LIST, value.list().name())
                .append(NUMBER, value.number())
                .append(DATA, LanguageJson.mapper().writeValueAsString(value.item()));
    }

    /**
     * Reads the item back.
     *
     * @throws UnreadableDocumentException if the document cannot be read
     */
    @Override
    public CaseItem fromDocument(Document document) {
        try {
            CaseList list = CaseList.valueOf(document.getString(LIST));
            return new CaseItem(
                    new ShipmentId(document.getString(SHIPMENT)),
                    list,
                    document.getLong(NUMBER),
                    LanguageJson.readOnRecord(document.getString(DATA), list.type()));
        } catch (JacksonException | ClassCastException | IllegalArgumentException | NullPointerException unreadable) {
            throw new UnreadableDocumentException(
                    projection(), collection().name(), String.valueOf(document.get("_id")), unreadable);
        }
    }
}
