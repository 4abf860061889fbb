package io.holdfast.projection.workqueue;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.state.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cases that the projection keeps, for those who answer questions. */
public interface QueueCases {
    /**
     * Cases in order, beginning after a place.
     *
     * @param after the place, as {@link SortKeys} makes it; the beginning when absent
     * @param limit at most so many
     */
    List<Filed> find(Wanted wanted, Sort sort, @Nullable String after, int limit);

    /** How many there are; counting stops at {@code limit}. */
    long count(Wanted wanted, int limit);

    /** The cases of these shipments, in no order; those that are not there are left out. */
    List<Filed> byId(Collection<String> ids);

    /** Open cases whose snooze ended after {@code from} and not after {@code to}; at most so many. */
    List<Filed> awoken(Instant from, Instant to, int limit);

    /** A case, and how many events its shipment had. */
    record Filed(QueueCase content, long version) {}

    /**
     * Which cases.
     *
     * @param caller whose queue {@code mine} is
     * @param end only places before this one in the order of priority, as {@link SortKeys#endOfPriority} makes it; all when absent
     * @param awakeAt without those that are snoozed at this moment; with them when absent
     */
    record Wanted(
            QueueName queue,
            UserId caller,
            PortScope ports,
            @Nullable Status status,
            @Nullable Assignee assignee,
            @Nullable String end,
            @Nullable Instant awakeAt) {
        /** The same with another end and at another moment. */
        public Wanted at(@Nullable String otherEnd, @Nullable Instant moment) {
            return new Wanted(queue, caller, ports, status, assignee, otherEnd, moment);
        }

        /** Whether the case is among them; says the same as a search for them. */
        public boolean includes(QueueCase c) {
            return ports.includes(c.port()) && inQueue(c) && narrowed(c);
        }

        private boolean inQueue(QueueCase c) {
            var queues = c.queues();
            return queue == QueueName.MINE
                    ? !queues.isEmpty() && caller.equals(c.work().assignee())
                    : queues.contains(queue);
        }

        private boolean narrowed(QueueCase c) {
            Instant until = c.work().snoozedUntil();
            return (status == null || status == c.standing().status())
                    && (assignee == null
                            || Objects.equals(assignee.person(), c.work().assignee()))
                    && (end == null || SortKeys.of(Sort.PRIORITY, c).compareTo(end) < 0)
                    && (awakeAt == null || until == null || !until.isAfter(awakeAt));
        }
    }
}
