package io.holdfast.projection.workqueue.live;

import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.projection.workqueue.SortKeys;
import java.time.Instant;

/**
 * What somebody watches.
 *
 * @param wanted the cases; its end and its moment do not matter
 * @param minPriority only cases of at least this priority; 0 for all
 * @param withSnoozed whether snoozed cases are shown before their moment
 * @param withScore whether the score of the rules is shown
 */
public record Watch(Wanted wanted, int minPriority, boolean withSnoozed, boolean withScore) {
    /** Whether the watcher may know of the case at all. */
    boolean mayKnow(QueueCase c) {
        return wanted.ports().includes(c.port());
    }

    boolean shows(QueueCase c, Instant now) {
        return wanted.at(SortKeys.endOf(minPriority, now), withSnoozed ? null : now)
                .includes(c);
    }
}
