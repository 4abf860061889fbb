package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.StatusChanges;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the status changes of a period. */
@Component
final class StatusChangesMapping extends JsonMapping<StatusChanges> {
    static final String PERIOD = "period";
    private static final String PORT = "port";

    StatusChangesMapping() {
        super(ReportingProjection.NAME, ReportingProjection.STANDING);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(PORT, PERIOD)));
    }

    @Override
    protected Document fields(StatusChanges value) {
        var port = value.port();
        return new Document(PORT, port == null ? PortFilter.ALL_TOGETHER : port.value()).append(PERIOD, value.period());
    }
}
