package io.holdfast.projection.outcomes.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.outcomes.Decision;
import io.holdfast.projection.outcomes.FollowedShipment;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.query.FindOutcomes.Basis;
import io.holdfast.shipment.SelectionBasis;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps a followed shipment to a document, with extra fields for searching. */
@Component
final class FollowedShipmentMapping extends JsonMapping<FollowedShipment> {
    static final String POSITION = "position";
    static final String PORT = "port";
    static final String DECLARED_ON = "declaredOn";
    static final String DECIDED_AT = "decidedAt";
    static final String BASIS = "basis";
    static final String EXAMINED = "examined";

    FollowedShipmentMapping() {
        super(OutcomesProjection.NAME, OutcomesProjection.SHIPMENTS);
    }

    /** All but the first are in the order of the results. */
    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(ascending(DECLARED_ON)),
                new IndexModel(ascending(POSITION)),
                new IndexModel(ascending(PORT, POSITION)),
                new IndexModel(ascending(BASIS, POSITION)),
                new IndexModel(ascending(EXAMINED, POSITION)));
    }

    @Override
    protected Document fields(FollowedShipment value) {
        Decision decision = value.decision();
        return new Document(POSITION, decision.position())
                .append(PORT, decision.declaration().port().value())
                .append(DECLARED_ON, decision.declaration().declaredOn().toString())
                .append(DECIDED_AT, decision.at().toEpochMilli())
                .append(BASIS, basis(decision.basis()).name())
                .append(EXAMINED, value.course().examinedAt() != null);
    }

    private static Basis basis(@Nullable SelectionBasis basis) {
        return basis == null ? Basis.CLEARED : Basis.valueOf(basis.name());
    }
}
