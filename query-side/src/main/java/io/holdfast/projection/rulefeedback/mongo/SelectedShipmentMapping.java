package io.holdfast.projection.rulefeedback.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.projection.rulefeedback.SelectedShipment;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** A selected shipment as a document; nobody looks for it but the projection itself. */
@Component
final class SelectedShipmentMapping extends JsonMapping<SelectedShipment> {
    SelectedShipmentMapping() {
        super(RuleFeedbackProjection.NAME, RuleFeedbackProjection.SHIPMENTS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(SelectedShipment value) {
        return new Document();
    }
}
