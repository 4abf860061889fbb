package io.holdfast.projection.workqueue;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.Ports;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the cases of the work queues. */
public interface QueueCases {
    /**
     * Cases in order, starting after a place.
     *
     * @param after the place, as made by {@link SortKeys}; absent to start at the beginning
     * @param limit the maximum number of cases
     */
    List<Filed> find(Wanted wanted, Sort sort, @Nullable String after, int limit);

    /** The number of cases; counting stops at {@code limit}. */
    long count(Wanted wanted, int limit);

    /** The cases of these shipments, in no particular order; unknown ones are left out. */
    List<Filed> byId(Collection<String> ids);

    /** Open cases whose snooze ended after {@code from} and not after {@code to}; at most {@code limit}. */
    List<Filed> awoken(Instant from, Instant to, int limit);

    /** A case and its version: the number of events of its shipment. */
    record Filed(QueueCase content, long version) {}

    /**
     * Which cases to read, at a given moment.
     *
     * @param caller the owner of the queue {@code mine}
     * @param scope the ports that the caller sees
     * @param at the moment for which priorities and snoozes are evaluated
     */
    record Wanted(QueueName queue, UserId caller, PortScope scope, QueueFilter filter, Instant at) {
        /** The ports to read: the scope, limited by the filter. */
        public PortScope ports() {
            return Ports.narrowed(scope, filter.port());
        }

        /** The exclusive upper bound of places in an order, as made by {@link SortKeys}; absent if unlimited. */
        public @Nullable String end(Sort sort) {
            return switch (sort) {
                case PRIORITY ->
                    filter.minPriority() > 0 ? SortKeys.endAfter(Priorities.lastPlace(filter.minPriority(), at)) : null;
                case AGE ->
                    filter.minWaitHours() > 0
                            ? SortKeys.endAfter(at.minus(Duration.ofHours(filter.minWaitHours())))
                            : null;
            };
        }

        /** The moment at which a case must not be snoozed; absent if snoozed cases are included. */
        public @Nullable Instant awakeAt() {
            return filter.withSnoozed() ? null : at;
        }

        /** Whether a case matches; agrees with the database query. */
        public boolean includes(QueueCase c) {
            return ports().includes(c.port()) && inQueue(c) && narrowed(c) && isBeforeEnds(c);
        }

        private boolean inQueue(QueueCase c) {
            var queues = c.queues();
            return queue == QueueName.MINE
                    ? !queues.isEmpty() && caller.equals(c.work().assignee())
                    : queues.contains(queue);
        }

        private boolean narrowed(QueueCase c) {
            return (filter.status() == null || filter.status() == c.standing().status())
                    && (filter.assignee() == null
                            || Objects.equals(
                                    filter.assignee().person(), c.work().assignee()))
                    && (filter.withSnoozed() || !c.work().isAsleep(at));
        }

        private boolean isBeforeEnds(QueueCase c) {
            return Arrays.stream(Sort.values()).allMatch(sort -> {
                String end = end(sort);
                return end == null || SortKeys.of(sort, c).compareTo(end) < 0;
            });
        }
    }
}
