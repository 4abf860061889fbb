package io.holdfast.query;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/**
 * Limits which cases of a queue are listed, counted or watched; absent criteria match everything.
 *
 * @param port only this port of entry
 * @param status only this status
 * @param assignee only this person's cases, or nobody's
 * @param minPriority only cases of at least this priority; 0 for all
 * @param minWaitHours only cases that have waited at least this long for their next step; 0 for all
 * @param withSnoozed whether cases that are still snoozed are included
 */
public record QueueFilter(
        @Nullable PortCode port,
        @Nullable Status status,
        @Nullable Assignee assignee,
        int minPriority,
        int minWaitHours,
        boolean withSnoozed) {
    /** Every case that is not snoozed. */
    public static final QueueFilter AWAKE = new QueueFilter(null, null, null, 0, 0, false);

    /** A person's cases, or unassigned cases when the person is absent. */
    public record Assignee(@Nullable UserId person) {
        public static final Assignee NOBODY = new Assignee(null);
    }

    /** A copy limited to one port; null for any port. */
    public QueueFilter at(@Nullable PortCode only) {
        return new QueueFilter(only, status, assignee, minPriority, minWaitHours, withSnoozed);
    }

    /** A copy limited to one status; null for any status. */
    public QueueFilter of(@Nullable Status only) {
        return new QueueFilter(port, only, assignee, minPriority, minWaitHours, withSnoozed);
    }

    /** A copy limited to one assignee or to unassigned cases; null for both. */
    public QueueFilter of(@Nullable Assignee only) {
        return new QueueFilter(port, status, only, minPriority, minWaitHours, withSnoozed);
    }

    /** A copy with this minimum priority. */
    public QueueFilter from(int priority) {
        return new QueueFilter(port, status, assignee, priority, minWaitHours, withSnoozed);
    }

    /** A copy with this minimum waiting time in hours. */
    public QueueFilter waiting(int hours) {
        return new QueueFilter(port, status, assignee, minPriority, hours, withSnoozed);
    }

    /** A copy that includes snoozed cases. */
    public QueueFilter andSnoozed() {
        return new QueueFilter(port, status, assignee, minPriority, minWaitHours, true);
    }
}
