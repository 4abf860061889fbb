package io.holdfast.projection.audittrail.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.audittrail.ActiveRuleSet;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the state of the rule sets; a single document. */
@Component
class ActiveRuleSetMapping extends JsonMapping<ActiveRuleSet> {
    ActiveRuleSetMapping() {
        super(AuditTrailProjection.NAME, AuditTrailProjection.SERIES);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(ActiveRuleSet series) {
        return new Document();
    }
}
