package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.StandingMoved;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Movements in a period as a document. */
@Component
final class StandingMovedMapping extends JsonMapping<StandingMoved> {
    static final String PERIOD = "period";
    private static final String PORT = "port";

    StandingMovedMapping() {
        super(ReportingProjection.NAME, ReportingProjection.STANDING);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(PORT, PERIOD)));
    }

    @Override
    protected Document fields(StandingMoved value) {
        var port = value.port();
        return new Document(PORT, port == null ? PortFilter.ALL_TOGETHER : port.value()).append(PERIOD, value.period());
    }
}
