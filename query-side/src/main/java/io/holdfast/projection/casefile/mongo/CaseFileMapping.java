package io.holdfast.projection.casefile.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.casefile.CaseFileProjection;
import io.holdfast.query.CaseFile;
import io.holdfast.value.StringValue;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps a case file to a document, with extra fields for searching. */
@Component
class CaseFileMapping extends JsonMapping<CaseFile> {
    static final String SHIPMENT = "shipment";
    static final String PORT = "port";
    static final String STATUS = "status";
    static final String HS6 = "hs6";
    static final String CONTAINER = "container";
    static final String IMPORTER = "importer";

    CaseFileMapping() {
        super(CaseFileProjection.NAME, CaseFileProjection.FILES);
    }

    /** One index per search filter, each in the order of the results. */
    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(ascending(SHIPMENT)),
                new IndexModel(ascending(CONTAINER, SHIPMENT)),
                new IndexModel(ascending(IMPORTER, SHIPMENT)),
                new IndexModel(ascending(HS6, SHIPMENT)),
                new IndexModel(ascending(PORT, STATUS, SHIPMENT)),
                new IndexModel(ascending(PORT, SHIPMENT)),
                new IndexModel(ascending(STATUS, SHIPMENT)));
    }

    @Override
    protected Document fields(CaseFile file) {
        var declared = file.declaration();
        var document = new Document(SHIPMENT, file.shipmentId().value())
                .append(PORT, file.port().value())
                .append(STATUS, file.status().name())
                .append(HS6, declared.hs6().value());
        put(document, CONTAINER, declared.containerNumber());
        put(document, IMPORTER, declared.importer());
        return document;
    }

    private static void put(Document document, String field, @Nullable StringValue value) {
        if (value != null) {
            document.append(field, value.value());
        }
    }
}
