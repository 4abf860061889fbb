package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import java.util.List;
import java.util.Set;

/**
 * Query: the number of cases in each work queue.
 *
 * @param queues the queues that the caller may read
 * @param caller the person whose queue {@code mine} is
 * @param scope the ports that the caller may see
 * @param filter limits which cases count
 */
public record CountQueues(Set<QueueName> queues, UserId caller, PortScope scope, QueueFilter filter) {
    public CountQueues {
        queues = Set.copyOf(queues);
    }

    /** Counts all cases that are not snoozed. */
    public CountQueues(Set<QueueName> queues, UserId caller, PortScope scope) {
        this(queues, caller, scope, QueueFilter.AWAKE);
    }

    /**
     * The count of one queue.
     *
     * @param queue its name, as in the URL
     * @param description what its cases wait for
     * @param count the number of cases in scope, up to a bound
     * @param more whether there are more than {@code count}
     */
    public record QueueCount(String queue, String description, long count, boolean more) {}

    /** The counts, in the order of the queues. */
    public record Answer(List<QueueCount> queues) {
        public Answer {
            queues = List.copyOf(queues);
        }
    }
}
