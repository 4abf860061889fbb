package io.holdfast.projection.workqueue.mongo;

import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Combines the step of a case and its status in one text, such as {@code EXAMS/HELD}, so that a queue, with or without
 * a status filter, is a few point lookups in one index.
 */
final class QueueStatusKeys {
    private static final List<QueueName> STAGES = List.of(
            QueueName.TO_TRIAGE,
            QueueName.HELD,
            QueueName.EXAMS,
            QueueName.INSPECTED,
            QueueName.APPROVALS,
            QueueName.CUSTODY);

    private QueueStatusKeys() {}

    static String of(QueueName stage, @Nullable Status status) {
        return stage + "/" + status;
    }

    /** The step keys that a case of the queue can have, with the given status if any; empty if no case can match. */
    static List<String> in(Wanted wanted) {
        Status only = wanted.filter().status();
        Stream<QueueName> stages = STAGES.contains(wanted.queue()) && wanted.queue() != QueueName.APPROVALS
                ? Stream.of(wanted.queue())
                : STAGES.stream();
        return stages.flatMap(stage -> statuses(stage).stream()
                        .filter(status -> only == null || status == only)
                        .map(status -> of(stage, status)))
                .toList();
    }

    private static Set<Status> statuses(QueueName stage) {
        return switch (stage) {
            case TO_TRIAGE -> Set.of(Status.TARGETED);
            case HELD -> Set.of(Status.HELD);
            case EXAMS -> Set.of(Status.HELD, Status.INSPECTED);
            case INSPECTED -> Set.of(Status.INSPECTED);
            case CUSTODY -> Set.of(Status.SEIZED);
            case APPROVALS -> Set.of(Status.INSPECTED, Status.SEIZED, Status.RELEASED);
            case ESCALATED, MINE, OPEN -> Set.copyOf(Arrays.asList(Status.values()));
        };
    }
}
