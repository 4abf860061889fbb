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
     * Which cases, at a moment.
     *
     * @param caller whose queue {@code mine} is
     * @param scope the ports that the caller sees
     * @param at when priorities count, and who is snoozed
     */
    record Wanted(QueueName queue, UserId caller, PortScope scope, QueueFilter filter, Instant at) {
        /** The ports in question. */
        public PortScope ports() {
            return Ports.narrowed(scope, filter.port());
        }

        /** Only places before this one in an order, as {@link SortKeys} makes them; all when absent. */
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

        /** Without those that are snoozed at this moment; with them when absent. */
        public @Nullable Instant awakeAt() {
            return filter.withSnoozed() ? null : at;
        }

        /** Whether the case is among them; says the same as a search for them. */
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
