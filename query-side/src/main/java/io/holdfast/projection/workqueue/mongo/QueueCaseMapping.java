package io.holdfast.projection.workqueue.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.projection.workqueue.SortKeys;
import io.holdfast.projection.workqueue.WorkQueueProjection;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A case as a document: its JSON, and beside it what queries look for. A closed case has none of the latter, so it weighs in no
 * index. An open one is at exactly one step. What few cases have (an approval that waits, an escalation, a snooze) has fields of
 * its own with indexes that hold those cases only.
 */
@Component
final class QueueCaseMapping extends JsonMapping<QueueCase> {
    static final String STEP = "step";
    static final String APPROVAL = "approval";
    static final String ASSIGNEE = "assignee";
    static final String UNASSIGNED = "unassigned";
    static final String RAISED_IN = "raisedIn";
    static final String ASLEEP_IN = "asleepIn";
    static final String ASLEEP_STEP = "asleepStep";
    static final String PORT = "port";
    static final String SNOOZED_UNTIL = "snoozedUntil";
    static final String WAKES_AT = "wakesAt";

    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");
    private static final Set<QueueName> ACROSS_STAGES = EnumSet.of(QueueName.ESCALATED, QueueName.MINE, QueueName.OPEN);

    QueueCaseMapping() {
        super(WorkQueueProjection.NAME, WorkQueueProjection.CASES);
    }

    /** The field that holds the place in an order. */
    private static String field(Sort sort) {
        return switch (sort) {
            case PRIORITY -> "byPriority";
            case AGE -> "byAge";
        };
    }

    /** The same among those that were raised to supervisors. */
    private static String raised(Sort sort) {
        return switch (sort) {
            case PRIORITY -> "raisedByPriority";
            case AGE -> "raisedByAge";
        };
    }

    /** The field that holds the place of a case in an order of a queue. */
    static String place(QueueName queue, Sort sort) {
        return queue == QueueName.ESCALATED ? raised(sort) : field(sort);
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                index(STEP, field(Sort.PRIORITY)),
                index(STEP, field(Sort.AGE)),
                index(PORT, STEP, field(Sort.PRIORITY)),
                index(PORT, STEP, field(Sort.AGE)),
                index(field(Sort.PRIORITY)),
                index(field(Sort.AGE)),
                index(raised(Sort.PRIORITY)),
                index(raised(Sort.AGE)),
                index(RAISED_IN, raised(Sort.PRIORITY)),
                index(RAISED_IN, raised(Sort.AGE)),
                index(APPROVAL),
                index(ASSIGNEE),
                index(WAKES_AT),
                index(ASLEEP_STEP, WAKES_AT),
                index(ASLEEP_IN, ASLEEP_STEP, WAKES_AT));
    }

    private static IndexModel index(String... fields) {
        return new IndexModel(Indexes.ascending(fields), new IndexOptions().sparse(true));
    }

    @Override
    protected Document fields(QueueCase c) {
        var document = new Document();
        Set<QueueName> queues = c.queues();
        if (!queues.isEmpty()) {
            addWork(document, c, queues);
        }
        return document;
    }

    private static void addWork(Document document, QueueCase c, Set<QueueName> queues) {
        String port = c.port().value();
        String step = QueueStatusKeys.of(stage(queues), c.standing().status());
        document.append(PORT, port)
                .append(STEP, step)
                .append(field(Sort.PRIORITY), SortKeys.of(Sort.PRIORITY, c))
                .append(field(Sort.AGE), SortKeys.of(Sort.AGE, c))
                .append(SNOOZED_UNTIL, moment(c.work().snoozedUntil()));
        if (queues.contains(QueueName.APPROVALS)) {
            document.append(APPROVAL, true);
        }
        if (queues.contains(QueueName.ESCALATED)) {
            document.append(RAISED_IN, port)
                    .append(raised(Sort.PRIORITY), SortKeys.of(Sort.PRIORITY, c))
                    .append(raised(Sort.AGE), SortKeys.of(Sort.AGE, c));
        }
        if (c.work().snoozedUntil() != null) {
            document.append(WAKES_AT, moment(c.work().snoozedUntil()))
                    .append(ASLEEP_IN, port)
                    .append(ASLEEP_STEP, step);
        }
        var assignee = c.work().assignee();
        if (assignee == null) {
            document.append(UNASSIGNED, true);
        } else {
            document.append(ASSIGNEE, assignee.value());
        }
    }

    /** Leaves only what the filter asks for; ports, status and who is snoozed depend on the queue, and are not looked at. */
    static Document narrow(Document filter, Wanted wanted) {
        Assignee assignee = wanted.filter().assignee();
        if (assignee != null && assignee.person() != null) {
            filter.append(ASSIGNEE, assignee.person().value());
        } else if (assignee != null) {
            filter.append(UNASSIGNED, true);
        }
        for (Sort sort : Sort.values()) {
            String end = wanted.end(sort);
            if (end != null) {
                filter.append(place(wanted.queue(), sort), new Document("$lt", end));
            }
        }
        return filter;
    }

    /** Approval is the stage only of a case that waits for nothing else. */
    private static QueueName stage(Set<QueueName> queues) {
        var stages = EnumSet.copyOf(queues);
        stages.removeAll(ACROSS_STAGES);
        return stages.stream()
                .filter(queue -> queue != QueueName.APPROVALS)
                .findFirst()
                .orElse(QueueName.APPROVALS);
    }

    /** Rounded up to what a date can hold, so that no case comes back before its moment. */
    private static Date moment(@Nullable Instant until) {
        if (until == null) {
            return new Date(0);
        }
        return Date.from(until.isBefore(FAR) ? until.plusNanos(999_999) : FAR);
    }
}
