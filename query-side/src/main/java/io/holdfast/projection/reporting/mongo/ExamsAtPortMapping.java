package io.holdfast.projection.reporting.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.reporting.ExamsAtPort;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportingProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the exam decisions of a day at a port; days are numbers as in {@link Periods}. */
@Component
final class ExamsAtPortMapping extends JsonMapping<ExamsAtPort> {
    static final String DAY = "day";
    private static final String PORT = "port";

    ExamsAtPortMapping() {
        super(ReportingProjection.NAME, ReportingProjection.EXAMS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending(DAY)), new IndexModel(Indexes.ascending(PORT, DAY)));
    }

    @Override
    protected Document fields(ExamsAtPort value) {
        return new Document(PORT, value.port().value()).append(DAY, Periods.number(value.day()));
    }
}
