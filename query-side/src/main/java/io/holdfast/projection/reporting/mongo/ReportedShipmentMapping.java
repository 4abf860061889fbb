package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.ReportedShipment;
import io.holdfast.projection.reporting.ReportingProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps a reported shipment; only the projection itself reads it. */
@Component
final class ReportedShipmentMapping extends JsonMapping<ReportedShipment> {
    ReportedShipmentMapping() {
        super(ReportingProjection.NAME, ReportingProjection.SHIPMENTS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(ReportedShipment value) {
        return new Document();
    }
}
