package io.holdfast.projection.workqueue;

import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import java.util.EnumSet;
import java.util.Set;

/** Decides which queues a case is in. */
final class QueueStages {
    private QueueStages() {}

    /** The steps for which the case waits; empty if it is closed. */
    static EnumSet<QueueName> of(QueueCase c) {
        var stages = EnumSet.noneOf(QueueName.class);
        if (c.pending() != null) {
            stages.add(QueueName.APPROVALS);
        }
        Status status = c.standing().status();
        if (status != null) {
            switch (status) {
                case TARGETED -> stages.add(QueueName.TO_TRIAGE);
                case HELD -> stages.add(c.exams().isEmpty() ? QueueName.HELD : QueueName.EXAMS);
                case INSPECTED -> inspected(c, stages);
                case SEIZED -> custody(c, stages);
                case RELEASED -> {}
            }
        }
        return stages;
    }

    private static void inspected(QueueCase c, Set<QueueName> stages) {
        if (!c.exams().isEmpty()) {
            stages.add(QueueName.EXAMS);
        } else if (c.pending() == null) {
            stages.add(QueueName.INSPECTED);
        }
    }

    private static void custody(QueueCase c, Set<QueueName> stages) {
        if (!c.custody().over()) {
            stages.add(QueueName.CUSTODY);
        }
    }

    /** These queues, and the queues that span steps. */
    static Set<QueueName> queues(QueueCase c) {
        EnumSet<QueueName> queues = of(c);
        if (!queues.isEmpty()) {
            queues.add(QueueName.OPEN);
            if (c.work().escalated()) {
                queues.add(QueueName.ESCALATED);
            }
        }
        return queues;
    }
}
