package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.TimedShipment;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps what has not ended for a shipment; read by identifier only. */
@Component
final class TimedShipmentMapping extends JsonMapping<TimedShipment> {
    TimedShipmentMapping() {
        super(ReportingProjection.NAME, ReportingProjection.TIMED);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(TimedShipment value) {
        return new Document();
    }
}
