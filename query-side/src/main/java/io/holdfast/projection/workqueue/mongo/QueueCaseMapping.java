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
 * Maps a case to a document: its JSON, with extra fields for queries. A closed case has no extra fields, so it is in no
 * index. An open case is at exactly one step. Properties that few cases have (a pending approval, an escalation, a
 * snooze) have fields of their own, with sparse indexes that contain only those cases.
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

    /** The field that holds the place in a sort order. */
    private static String field(Sort sort) {
        return switch (sort) {
            case PRIORITY -> "byPriority";
            case AGE -> "byAge";
        };
    }

    /** The same for escalated cases only. */
    private static String raised(Sort sort) {
        return switch (sort) {
            case PRIORITY -> "raisedByPriority";
            case AGE -> "raisedByAge";
        };
    }

    /** The field that holds the place of a case in a sort order of a queue. */
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

    /** Adds the conditions of the filter, except port, status and snooze: those depend on the queue. */
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

    /** The step of the case. Approval counts only if the case waits for nothing else. */
    private static QueueName stage(Set<QueueName> queues) {
        var stages = EnumSet.copyOf(queues);
        stages.removeAll(ACROSS_STAGES);
        return stages.stream()
                .filter(queue -> queue != QueueName.APPROVALS)
                .findFirst()
                .orElse(QueueName.APPROVALS);
    }

    /** A moment as a date, rounded up to its precision so that no case returns too early. */
    private static Date moment(@Nullable Instant until) {
        if (until == null) {
            return new Date(0);
        }
        return Date.from(until.isBefore(FAR) ? until.plusNanos(999_999) : FAR);
    }
}
