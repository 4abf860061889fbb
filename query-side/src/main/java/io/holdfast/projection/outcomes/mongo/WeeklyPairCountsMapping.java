package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.outcomes.WeeklyPairCounts;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the weekly counts of pairs to a document: their JSON, with port, week and version for searching. */
@Component
final class WeeklyPairCountsMapping extends JsonMapping<WeeklyPairCounts> {
    WeeklyPairCountsMapping() {
        super(OutcomesProjection.NAME, OutcomesProjection.PAIRS);
    }

    @Override
    public List<IndexModel> indexes() {
        return WeekFields.indexes();
    }

    @Override
    protected Document fields(WeeklyPairCounts value) {
        return WeekFields.of(value.week());
    }
}
