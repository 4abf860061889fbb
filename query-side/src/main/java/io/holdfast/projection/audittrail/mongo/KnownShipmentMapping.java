package io.holdfast.projection.audittrail.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.audittrail.KnownShipment;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.runtime.json.LanguageJson;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What is known of a shipment, as JSON; read by identifier only. */
@Component
class KnownShipmentMapping implements DocumentMapping<KnownShipment> {
    private static final String DATA = "data";

    @Override
    public String projection() {
        return AuditTrailProjection.NAME;
    }

    @Override
    public ShelfName<KnownShipment> shelf() {
        return AuditTrailProjection.SHIPMENTS;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    public Document toDocument(KnownShipment known) {
        return new Document(DATA, LanguageJson.mapper().writeValueAsString(known));
    }

    @Override
    public KnownShipment fromDocument(Document document) {
        return LanguageJson.read(document.getString(DATA), KnownShipment.class);
    }
}
