package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.outcomes.KnownVersion;
import io.holdfast.projection.outcomes.OutcomesProjection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Maps a version of the rule set; the document identifier is the version. */
@Component
final class KnownVersionMapping extends JsonMapping<KnownVersion> {
    KnownVersionMapping() {
        super(OutcomesProjection.NAME, OutcomesProjection.VERSIONS);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    protected Document fields(KnownVersion value) {
        return new Document();
    }
}
