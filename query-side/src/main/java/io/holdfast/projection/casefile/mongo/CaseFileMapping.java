package io.holdfast.projection.casefile.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.casefile.CaseFileProjection;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.query.CaseFile;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.value.StringValue;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case file as JSON, with the fields beside it by which it is searched. */
@Component
class CaseFileMapping implements DocumentMapping<CaseFile> {
    static final String SHIPMENT = "shipment";
    static final String PORT = "port";
    static final String STATUS = "status";
    static final String HS6 = "hs6";
    static final String CONTAINER = "container";
    static final String IMPORTER = "importer";
    private static final String DATA = "data";

    @Override
    public String projection() {
        return CaseFileProjection.NAME;
    }

    @Override
    public ShelfName<CaseFile> shelf() {
        return CaseFileProjection.FILES;
    }

    /** One for each thing that can be asked for, each in the order of the answer. */
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
    public Document toDocument(CaseFile file) {
        var declared = file.declaration();
        var document = new Document(SHIPMENT, file.shipmentId().value())
                .append(PORT, file.port().value())
                .append(STATUS, file.status().name())
                .append(HS6, declared.hs6().value());
        put(document, CONTAINER, declared.containerNumber());
        put(document, IMPORTER, declared.importer());
        return document.append(DATA, LanguageJson.mapper().writeValueAsString(file));
    }

    private static void put(Document document, String field, @Nullable StringValue value) {
        if (value != null) {
            document.append(field, value.value());
        }
    }

    @Override
    public CaseFile fromDocument(Document document) {
        return LanguageJson.read(document.getString(DATA), CaseFile.class);
    }
}
