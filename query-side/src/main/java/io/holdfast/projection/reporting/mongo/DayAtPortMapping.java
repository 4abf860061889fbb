package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.DayAtPort;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportingProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps a day at a port; days are numbers as in {@link Periods}. */
@Component
final class DayAtPortMapping extends JsonMapping<DayAtPort> {
    static final String DAY = "day";
    private static final String PORT = "port";

    DayAtPortMapping() {
        super(ReportingProjection.NAME, ReportingProjection.DAYS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(DAY)), new IndexModel(Indexes.ascending(PORT, DAY)));
    }

    @Override
    protected Document fields(DayAtPort value) {
        return new Document(PORT, value.port().value()).append(DAY, Periods.number(value.day()));
    }
}
