package io.holdfast.query;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a queue are listed, counted or watched; what is absent does not matter.
 *
 * @param port only this port of entry
 * @param status only this status
 * @param assignee only this person's cases, or nobody's
 * @param minPriority only cases of at least this priority; 0 for all
 * @param minWaitHours only cases that have waited for so long for what they wait for; 0 for all
 * @param withSnoozed whether snoozed cases are shown before their moment
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

    /** Whose cases: a person's, or nobody's when the person is absent. */
    public record Assignee(@Nullable UserId person) {
        public static final Assignee NOBODY = new Assignee(null);
    }

    /** The same at one port; at any when absent. */
    public QueueFilter at(@Nullable PortCode only) {
        return new QueueFilter(only, status, assignee, minPriority, minWaitHours, withSnoozed);
    }

    /** The same of one status; of any when absent. */
    public QueueFilter of(@Nullable Status only) {
        return new QueueFilter(port, only, assignee, minPriority, minWaitHours, withSnoozed);
    }

    /** The same of one person or nobody; of anybody when absent. */
    public QueueFilter of(@Nullable Assignee only) {
        return new QueueFilter(port, status, only, minPriority, minWaitHours, withSnoozed);
    }

    /** The same from a priority on. */
    public QueueFilter from(int priority) {
        return new QueueFilter(port, status, assignee, priority, minWaitHours, withSnoozed);
    }

    /** The same of those that have waited for so many hours. */
    public QueueFilter waiting(int hours) {
        return new QueueFilter(port, status, assignee, minPriority, hours, withSnoozed);
    }

    /** The same with the snoozed cases. */
    public QueueFilter andSnoozed() {
        return new QueueFilter(port, status, assignee, minPriority, minWaitHours, true);
    }
}
