package io.holdfast.projection.workqueue;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import io.holdfast.shipment.Status;
import java.time.Instant;
import java.util.List;
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
            @Nullable Instant awakeAt) {}
}
