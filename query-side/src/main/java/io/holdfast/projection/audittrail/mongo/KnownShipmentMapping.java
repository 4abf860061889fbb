package io.holdfast.projection.audittrail.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.audittrail.KnownShipment;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the state of a shipment; read by identifier only. */
@Component
class KnownShipmentMapping extends JsonMapping<KnownShipment> {
    KnownShipmentMapping() {
        super(AuditTrailProjection.NAME, AuditTrailProjection.SHIPMENTS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(KnownShipment known) {
        return new Document();
    }
}
