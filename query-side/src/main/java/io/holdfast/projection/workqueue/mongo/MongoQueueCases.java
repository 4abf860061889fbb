package io.holdfast.projection.workqueue.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.ReadablePage;
import io.holdfast.projection.workqueue.QueueCases;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads queues. Each filter is a single document, supported by an index of {@link QueueCaseMapping}. */
@Component
final class MongoQueueCases implements QueueCases {
    private final LiveGenerations models;
    private final QueueCaseMapping mapping;

    MongoQueueCases(LiveGenerations models, QueueCaseMapping mapping) {
        this.models = models;
        this.mapping = mapping;
    }

    @Override
    public List<Filed> find(Wanted wanted, Sort sort, @Nullable String after, int limit) {
        if (impossible(wanted)) {
            return List.of();
        }
        String place = QueueCaseMapping.place(wanted.queue(), sort);
        FindIterable<Document> found = collection()
                .find(beginningAfter(after, place, awake(filter(wanted), wanted)))
                .sort(new Document(place, 1));
        return ReadablePage.of(found, this::filed, limit);
    }

    private Filed filed(Document document) {
        return new Filed(mapping.fromDocument(document), version(document));
    }

    /**
     * Adds the lower bound to the upper bound that a filter may have set, so the index range is closed on both sides.
     */
    private static Document beginningAfter(@Nullable String after, String place, Document filter) {
        Document range = filter.get(place, new Document());
        return filter.append(place, range.append("$gt", after == null ? "" : after));
    }

    @Override
    public List<Filed> byId(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : ReadablePage.all(collection().find(new Document("_id", new Document("$in", ids))), this::filed);
    }

    @Override
    public List<Filed> awoken(Instant from, Instant to, int limit) {
        var ended = new Document("$gt", Date.from(from)).append("$lte", Date.from(to));
        return ReadablePage.of(collection().find(new Document(QueueCaseMapping.WAKES_AT, ended)), this::filed, limit);
    }

    /**
     * Counts snoozed cases separately and subtracts them: indexes support both counts, but not a count of cases not
     * snoozed.
     */
    @Override
    public long count(Wanted wanted, int limit) {
        if (impossible(wanted)) {
            return 0;
        }
        long asleep = wanted.awakeAt() == null ? 0 : collection().countDocuments(asleep(wanted, wanted.awakeAt()));
        var options = new CountOptions().limit(Math.toIntExact(limit + asleep));
        return collection().countDocuments(some(filter(wanted), wanted), options) - asleep;
    }

    /** If no other field shows that a case is in the queue, requires that it has a place in an order of the queue. */
    private static Document some(Document filter, Wanted wanted) {
        String told = wanted.queue() == QueueName.ESCALATED ? QueueCaseMapping.RAISED_IN : QueueCaseMapping.STEP;
        boolean acrossSteps = wanted.queue() == QueueName.ESCALATED || wanted.queue() == QueueName.OPEN;
        return acrossSteps && !filter.containsKey(told) && !hasPlace(filter, wanted.queue())
                ? filter.append(QueueCaseMapping.place(wanted.queue(), Sort.AGE), new Document("$gt", ""))
                : filter;
    }

    private static Document asleep(Wanted wanted, Instant now) {
        var filter = wanted.queue() == QueueName.ESCALATED ? some(filter(wanted), wanted) : filter(wanted);
        rename(filter, QueueCaseMapping.PORT, QueueCaseMapping.ASLEEP_IN);
        rename(filter, QueueCaseMapping.STEP, QueueCaseMapping.ASLEEP_STEP);
        return filter.append(QueueCaseMapping.WAKES_AT, new Document("$gt", Date.from(now)));
    }

    private static void rename(Document filter, String name, String other) {
        Object value = filter.remove(name);
        if (value != null) {
            filter.append(other, value);
        }
    }

    private static boolean hasPlace(Document filter, QueueName queue) {
        return Arrays.stream(Sort.values()).anyMatch(sort -> filter.containsKey(QueueCaseMapping.place(queue, sort)));
    }

    private MongoCollection<Document> collection() {
        return models.collection(WorkQueueProjection.NAME, WorkQueueProjection.CASES);
    }

    private static long version(Document document) {
        return document.get("version", 0L);
    }

    /** Whether nothing can match: no port is in scope, or the queue {@code mine} is filtered by another assignee. */
    private static boolean impossible(Wanted wanted) {
        Assignee assignee = wanted.filter().assignee();
        boolean foreign = wanted.queue() == QueueName.MINE
                && assignee != null
                && !wanted.caller().equals(assignee.person());
        return foreign
                || Ports.none(wanted.ports())
                || QueueStatusKeys.in(wanted).isEmpty();
    }

    private static Document filter(Wanted wanted) {
        var filter = PortFilter.restrict(new Document(), wanted.ports());
        switch (wanted.queue()) {
            case TO_TRIAGE, HELD, EXAMS, INSPECTED, CUSTODY -> atSteps(filter, wanted);
            case OPEN -> {
                if (wanted.filter().status() != null || wanted.ports() instanceof PortScope.Only) {
                    // The index starting with the port needs a step next; without either, the sort index is enough.
                    atSteps(filter, wanted);
                }
            }
            case APPROVALS -> orStatus(filter.append(QueueCaseMapping.APPROVAL, true), wanted);
            case MINE ->
                orStatus(
                        filter.append(QueueCaseMapping.ASSIGNEE, wanted.caller().value()), wanted);
            case ESCALATED -> {
                rename(filter, QueueCaseMapping.PORT, QueueCaseMapping.RAISED_IN);
                orStatus(filter, wanted);
            }
        }
        return QueueCaseMapping.narrow(filter, wanted);
    }

    private static void orStatus(Document filter, Wanted wanted) {
        if (wanted.filter().status() != null) {
            atSteps(filter, wanted);
        }
    }

    private static void atSteps(Document filter, Wanted wanted) {
        List<String> steps = QueueStatusKeys.in(wanted);
        filter.append(QueueCaseMapping.STEP, steps.size() == 1 ? steps.getFirst() : new Document("$in", steps));
    }

    private static Document awake(Document filter, Wanted wanted) {
        return wanted.awakeAt() == null
                ? filter
                : filter.append(QueueCaseMapping.SNOOZED_UNTIL, new Document("$lte", Date.from(wanted.awakeAt())));
    }
}
