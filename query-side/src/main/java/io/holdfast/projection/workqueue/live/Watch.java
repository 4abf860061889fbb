package io.holdfast.projection.workqueue.live;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.projection.workqueue.QueueCase;
import io.holdfast.projection.workqueue.QueueCases.Wanted;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueName;
import java.time.Instant;

/**
 * What a client watches.
 *
 * @param caller the user whose queue {@code mine} is
 * @param scope the ports that the caller may see
 * @param filter which cases of the queue
 * @param withScore whether the risk score is shown
 */
public record Watch(QueueName queue, UserId caller, PortScope scope, QueueFilter filter, boolean withScore) {
    /** Whether the caller may see the case and its port matches the filter. */
    boolean mayKnow(QueueCase c) {
        return scope.includes(c.port())
                && (filter.port() == null || filter.port().equals(c.port()));
    }

    boolean shows(QueueCase c, Instant now) {
        return new Wanted(queue, caller, scope, filter, now).includes(c);
    }
}
