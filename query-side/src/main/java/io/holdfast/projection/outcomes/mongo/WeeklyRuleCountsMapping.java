package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.outcomes.WeeklyRuleCounts;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the weekly counts of rules to a document: their JSON, with port, week and version for searching. */
@Component
final class WeeklyRuleCountsMapping extends JsonMapping<WeeklyRuleCounts> {
    WeeklyRuleCountsMapping() {
        super(OutcomesProjection.NAME, OutcomesProjection.WEEKS);
    }

    @Override
    public List<IndexModel> indexes() {
        return WeekFields.indexes();
    }

    @Override
    protected Document fields(WeeklyRuleCounts value) {
        return WeekFields.of(value.week());
    }
}
