package io.holdfast.projection.audittrail.mongo;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.audittrail.ActiveRuleSet;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.runtime.json.LanguageJson;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Which rule set decides, as JSON; one document. */
@Component
class ActiveRuleSetMapping implements DocumentMapping<ActiveRuleSet> {
    private static final String DATA = "data";

    @Override
    public String projection() {
        return AuditTrailProjection.NAME;
    }

    @Override
    public ShelfName<ActiveRuleSet> shelf() {
        return AuditTrailProjection.SERIES;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of();
    }

    @Override
    public Document toDocument(ActiveRuleSet known) {
        return new Document(DATA, LanguageJson.mapper().writeValueAsString(known));
    }

    @Override
    public ActiveRuleSet fromDocument(Document document) {
        return LanguageJson.read(document.getString(DATA), ActiveRuleSet.class);
    }
}
