package io.holdfast.projection.outcomes.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.outcomes.FollowedShipment;
import io.holdfast.projection.outcomes.KnownRules;
import io.holdfast.projection.outcomes.KnownVersion;
import io.holdfast.projection.outcomes.Outcomes;
import io.holdfast.projection.outcomes.OutcomesProjection;
import io.holdfast.projection.outcomes.WeeklyPairCounts;
import io.holdfast.projection.outcomes.WeeklyRuleCounts;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.ReadablePage;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.FindOutcomes.Filter;
import io.holdfast.targeting.DraftId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads shipments, counts and rules from the live generation. */
@Component
final class MongoOutcomes implements Outcomes {
    /** Versions fetched per round trip. One that was published with its content has up to 250,000 bytes. */
    private static final int VERSIONS_AT_ONCE = 8;

    private final LiveGenerations models;
    private final FollowedShipmentMapping shipments;
    private final WeeklyRuleCountsMapping rules;
    private final WeeklyPairCountsMapping pairs;
    private final KnownVersionMapping versions;
    private final KnownRulesMapping drafts;

    MongoOutcomes(
            LiveGenerations models,
            FollowedShipmentMapping shipments,
            WeeklyRuleCountsMapping rules,
            WeeklyPairCountsMapping pairs,
            KnownVersionMapping versions,
            KnownRulesMapping drafts) {
        this.models = models;
        this.shipments = shipments;
        this.rules = rules;
        this.pairs = pairs;
        this.versions = versions;
        this.drafts = drafts;
    }

    private MongoCollection<Document> collection(CollectionName<?> collection) {
        return models.collection(OutcomesProjection.NAME, collection);
    }

    @Override
    public List<FollowedShipment> shipments(FindOutcomes question, int limit) {
        var found = collection(OutcomesProjection.SHIPMENTS)
                .find(filter(question))
                .sort(new Document(FollowedShipmentMapping.POSITION, 1));
        return ReadablePage.of(found, shipments::fromDocument, limit);
    }

    private static Document filter(FindOutcomes question) {
        Filter wanted = question.filter();
        var document = new Document(FollowedShipmentMapping.POSITION, new Document("$gt", question.after()));
        PortFilter.restrict(document, Ports.narrowed(question.scope(), wanted.port()));
        days(document, wanted.from(), wanted.to());
        if (wanted.basis() != null) {
            document.append(FollowedShipmentMapping.BASIS, wanted.basis().name());
        }
        if (wanted.examinedOnly()) {
            document.append(FollowedShipmentMapping.EXAMINED, true);
        }
        if (wanted.asKnownOn() != null) {
            document.append(
                    FollowedShipmentMapping.DECIDED_AT,
                    new Document("$lte", wanted.asKnownOn().toEpochMilli()));
        }
        return document;
    }

    @Override
    public void declaredIn(Wanted wanted, Consumer<FollowedShipment> use) {
        var document = new Document();
        days(document, wanted.from(), wanted.to());
        PortFilter.restrict(document, wanted.scope());
        collection(OutcomesProjection.SHIPMENTS)
                .find(document)
                .map(shipments::fromDocument)
                .forEach(use);
    }

    private static void days(Document document, @Nullable LocalDate from, @Nullable LocalDate to) {
        var range = new Document();
        if (from != null) {
            range.append("$gte", from.toString());
        }
        if (to != null) {
            range.append("$lte", to.toString());
        }
        if (!range.isEmpty()) {
            document.append(FollowedShipmentMapping.DECLARED_ON, range);
        }
    }

    @Override
    public long position() {
        return models.position(OutcomesProjection.NAME);
    }

    @Override
    public void weeksOfRules(Wanted wanted, Consumer<WeeklyRuleCounts> use) {
        collection(OutcomesProjection.WEEKS)
                .find(WeekFields.filter(wanted))
                .map(rules::fromDocument)
                .forEach(use);
    }

    @Override
    public void weeksOfPairs(Wanted wanted, Consumer<WeeklyPairCounts> use) {
        collection(OutcomesProjection.PAIRS)
                .find(WeekFields.filter(wanted))
                .map(pairs::fromDocument)
                .forEach(use);
    }

    @Override
    public void rules(@Nullable Integer version, BiPredicate<Integer, KnownRules> use) {
        MongoCollection<Document> collection = collection(OutcomesProjection.VERSIONS);
        FindIterable<Document> found =
                version == null ? collection.find() : collection.find(new Document("_id", String.valueOf(version)));
        try (var each =
                found.batchSize(VERSIONS_AT_ONCE).map(versions::fromDocument).iterator()) {
            boolean more = true;
            while (more && each.hasNext()) {
                KnownVersion next = each.next();
                more = use.test(next.version(), next.draft() == null ? next.rules() : ofDraft(next.draft()));
            }
        }
    }

    private KnownRules ofDraft(DraftId draft) {
        Document found = collection(OutcomesProjection.DRAFTS)
                .find(new Document("_id", draft.value()))
                .first();
        return found == null ? KnownRules.NONE : drafts.fromDocument(found);
    }
}
