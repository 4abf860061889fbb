package io.holdfast.projection.workqueue;

import io.holdfast.projection.workqueue.QueueCases.Filed;
import io.holdfast.query.BrowseQueue.Entry;
import io.holdfast.shipment.state.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Converts cases to the rows of a queue. */
public final class Entries {
    private Entries() {}

    /** The row of a case at a moment; the rule score is left out unless requested. */
    public static Entry of(Filed filed, boolean withScore, Instant now) {
        QueueCase c = filed.content();
        Status status = Objects.requireNonNull(c.standing().status(), "a case has a status from its first event on");
        return new Entry(
                c.shipmentId(),
                c.port(),
                status,
                c.priority(now),
                c.selection().basis(),
                withScore ? c.selection().score() : null,
                c.selection().instructions(),
                c.hs6(),
                c.country(),
                c.work().assignee(),
                c.work().snoozedUntil(),
                c.work().escalated(),
                c.work().operation(),
                c.pending(),
                c.exams(),
                List.copyOf(c.standing().holds().values()),
                c.clocks().running(),
                c.selection().at(),
                c.enteredAt(),
                c.lastChangeAt(),
                filed.version());
    }
}
