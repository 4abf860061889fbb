package io.holdfast.projection.rulefeedback.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.rulefeedback.RuleFeedbackProjection;
import io.holdfast.projection.rulefeedback.RuleTallies;
import io.holdfast.projection.rulefeedback.RuleTally;
import io.holdfast.projection.support.mongo.ReadModels;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads tallies and rule sets. */
@Component
final class MongoRuleTallies implements RuleTallies {
    private final ReadModels models;
    private final RuleTallyMapping tallies;
    private final RuleSetMapping ruleSets;

    MongoRuleTallies(ReadModels models, RuleTallyMapping tallies, RuleSetMapping ruleSets) {
        this.models = models;
        this.tallies = tallies;
        this.ruleSets = ruleSets;
    }

    @Override
    public List<RuleTally> tallies(PortScope scope, @Nullable Integer version, @Nullable String rule) {
        Document filter = PortFilter.ofSums(scope);
        if (version != null) {
            filter.append(RuleTallyMapping.RULE_SET, version);
        }
        if (rule != null) {
            filter.append(RuleTallyMapping.RULE, rule);
        }
        return models.collection(RuleFeedbackProjection.NAME, RuleFeedbackProjection.TALLIES)
                .find(filter)
                .map(tallies::fromDocument)
                .into(new ArrayList<>());
    }

    @Override
    public Map<Integer, RuleSet> ruleSets(@Nullable Integer version) {
        MongoCollection<Document> collection =
                models.collection(RuleFeedbackProjection.NAME, RuleFeedbackProjection.RULE_SETS);
        FindIterable<Document> found =
                version == null ? collection.find() : collection.find(new Document("_id", String.valueOf(version)));
        var sets = new HashMap<Integer, RuleSet>();
        for (Document document : found) {
            RuleSetPublished published = ruleSets.fromDocument(document);
            sets.put(published.ref().version(), published.ruleSet());
        }
        return sets;
    }
}
