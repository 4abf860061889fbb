package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.TimesAtPort;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the durations of a day at a port; days are numbers as in {@link Periods}. */
@Component
final class TimesAtPortMapping extends JsonMapping<TimesAtPort> {
    static final String DAY = "day";
    private static final String PORT = "port";

    TimesAtPortMapping() {
        super(ReportingProjection.NAME, ReportingProjection.TIMES);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(DAY)), new IndexModel(Indexes.ascending(PORT, DAY)));
    }

    @Override
    protected Document fields(TimesAtPort value) {
        return new Document(PORT, value.port().value()).append(DAY, Periods.number(value.day()));
    }
}
