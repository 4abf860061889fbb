package io.holdfast.projection.workqueue;

import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.CountQueues;
import io.holdfast.query.QueueName;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries about the work queues. Priorities and snoozes are evaluated at the time of the query. */
@Component
class QueueQuestions {
    /** Counting stops here; beyond this the exact number does not matter. */
    static final int COUNTED = 10_000;

    private final QueueCases cases;
    private final Clock clock;

    QueueQuestions(QueueCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @QueryHandler
    BrowseQueue.Page handle(BrowseQueue q) {
        Instant now = clock.instant();
        var wanted = new Wanted(q.queue(), q.caller(), q.scope(), q.filter(), now);
        String after =
                q.after() == null ? null : Cursor.parse(q.after(), q.sort()).key();
        List<Filed> found = cases.find(wanted, q.sort(), after, q.limit() + 1);
        boolean more = found.size() > q.limit();
        List<Filed> page = more ? found.subList(0, q.limit()) : found;
        String next =
                more ? new Cursor(q.sort(), SortKeys.of(q.sort(), page.getLast().content())).text() : null;
        return new BrowseQueue.Page(
                page.stream()
                        .map(filed -> Entries.of(filed, q.withScore(), now))
                        .toList(),
                next);
    }

    @QueryHandler
    CountQueues.Answer handle(CountQueues q) {
        Instant now = clock.instant();
        return new CountQueues.Answer(Arrays.stream(QueueName.values())
                .filter(q.queues()::contains)
                .map(queue -> count(queue, q, now))
                .toList());
    }

    private CountQueues.QueueCount count(QueueName queue, CountQueues q, Instant now) {
        var wanted = new Wanted(queue, q.caller(), q.scope(), q.filter(), now);
        long found = cases.count(wanted, COUNTED + 1);
        return new CountQueues.QueueCount(queue.path(), queue.description(), Math.min(found, COUNTED), found > COUNTED);
    }
}
