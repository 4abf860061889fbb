package io.holdfast.projection.rulefeedback.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** A published rule set as a document; it is found by its identifier, the version. */
@Component
final class RuleSetMapping extends JsonMapping<RuleSetPublished> {
    RuleSetMapping() {
        super(RuleFeedbackProjection.NAME, RuleFeedbackProjection.RULE_SETS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(RuleSetPublished value) {
        return new Document();
    }
}
