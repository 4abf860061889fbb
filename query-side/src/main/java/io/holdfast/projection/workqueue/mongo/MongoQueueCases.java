package io.holdfast.projection.workqueue.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.support.mongo.ReadModels;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads queues: each filter is one document, which an index of {@link QueueCaseMapping} bounds. */
@Component
final class MongoQueueCases implements QueueCases {
    private static final List<String> STAGES = List.of(
            QueueName.TO_TRIAGE.name(),
            QueueName.HELD.name(),
            QueueName.EXAMS.name(),
            QueueName.INSPECTED.name(),
            QueueName.APPROVALS.name(),
            QueueName.CUSTODY.name());

    private final ReadModels models;
    private final QueueCaseMapping mapping;

    MongoQueueCases(ReadModels models, QueueCaseMapping mapping) {
        this.models = models;
        this.mapping = mapping;
    }

    @Override
    public List<Filed> find(Wanted wanted, Sort sort, @Nullable String after, int limit) {
        if (impossible(wanted)) {
            return List.of();
        }
        String place = QueueCaseMapping.field(sort);
        FindIterable<Document> found = collection()
                .find(beginningAfter(after, place, filter(wanted)))
                .sort(new Document(place, 1))
                .limit(limit);
        return found.map(document -> new Filed(mapping.fromDocument(document), version(document)))
                .into(new ArrayList<>());
    }

    /** Where a filter bounds the order from above already, the range of the index has both ends. */
    private static Document beginningAfter(@Nullable String after, String place, Document filter) {
        Document range = filter.get(place, new Document());
        return filter.append(place, range.append("$gt", after == null ? "" : after));
    }

    @Override
    public long count(Wanted wanted, int limit) {
        if (impossible(wanted)) {
            return 0;
        }
        var filter = filter(wanted);
        if (filter.isEmpty() || !filter.containsKey(QueueCaseMapping.STAGE)) {
            filter.append(QueueCaseMapping.field(Sort.AGE), new Document("$gt", ""));
        }
        return collection()
                .find(filter)
                .projection(Projections.include("_id"))
                .limit(limit)
                .into(new ArrayList<>())
                .size();
    }

    private MongoCollection<Document> collection() {
        return models.collection(WorkQueueProjection.NAME, WorkQueueProjection.CASES);
    }

    private static long version(Document document) {
        return document.get("version", 0L);
    }

    /** Nothing is in scope, or somebody else's cases are looked for among one's own. */
    private static boolean impossible(Wanted wanted) {
        Assignee assignee = wanted.assignee();
        boolean foreign = wanted.queue() == QueueName.MINE
                && assignee != null
                && !wanted.caller().equals(assignee.person());
        return foreign || Ports.none(wanted.ports());
    }

    private static Document filter(Wanted wanted) {
        var filter = PortFilter.restrict(new Document(), wanted.ports());
        switch (wanted.queue()) {
            case TO_TRIAGE, HELD, EXAMS, INSPECTED, CUSTODY ->
                filter.append(QueueCaseMapping.STAGE, wanted.queue().name());
            case APPROVALS -> filter.append(QueueCaseMapping.APPROVAL, true);
            case ESCALATED -> filter.append(QueueCaseMapping.ESCALATED, true);
            case MINE ->
                filter.append(QueueCaseMapping.ASSIGNEE, wanted.caller().value());
            case OPEN -> anyStage(filter, wanted.ports());
        }
        return narrow(filter, wanted);
    }

    /** With ports, the index that begins with the port wants a stage next; without, the order alone is index enough. */
    private static void anyStage(Document filter, PortScope ports) {
        if (ports instanceof PortScope.Only) {
            filter.append(QueueCaseMapping.STAGE, new Document("$in", STAGES));
        }
    }

    private static Document narrow(Document filter, Wanted wanted) {
        if (wanted.status() != null) {
            filter.append(QueueCaseMapping.STATUS, wanted.status().name());
        }
        Assignee assignee = wanted.assignee();
        if (assignee != null && assignee.person() != null) {
            filter.append(QueueCaseMapping.ASSIGNEE, assignee.person().value());
        } else if (assignee != null) {
            filter.append(QueueCaseMapping.UNASSIGNED, true);
        }
        if (wanted.end() != null) {
            filter.append(QueueCaseMapping.field(Sort.PRIORITY), new Document("$lt", wanted.end()));
        }
        if (wanted.awakeAt() != null) {
            filter.append(QueueCaseMapping.SNOOZED_UNTIL, new Document("$lte", Date.from(wanted.awakeAt())));
        }
        return filter;
    }
}
