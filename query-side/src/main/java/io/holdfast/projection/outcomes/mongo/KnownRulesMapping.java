package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.outcomes.KnownRules;
import io.holdfast.projection.outcomes.OutcomesProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps the rules of a draft; the document identifier is that of the draft. */
@Component
final class KnownRulesMapping extends JsonMapping<KnownRules> {
    KnownRulesMapping() {
        super(OutcomesProjection.NAME, OutcomesProjection.DRAFTS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(KnownRules value) {
        return new Document();
    }
}
