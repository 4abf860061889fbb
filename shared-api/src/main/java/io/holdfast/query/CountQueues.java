package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import java.util.List;
import java.util.Set;

/**
 * How much is there to do?
 *
 * @param queues the queues that the caller may see
 * @param caller whose queue {@code mine} is
 * @param scope the ports that the caller sees
 * @param filter which of their cases count
 */
public record CountQueues(Set<QueueName> queues, UserId caller, PortScope scope, QueueFilter filter) {
    public CountQueues {
        queues = Set.copyOf(queues);
    }

    /** The question for all cases that are not snoozed. */
    public CountQueues(Set<QueueName> queues, UserId caller, PortScope scope) {
        this(queues, caller, scope, QueueFilter.AWAKE);
    }

    /**
     * One queue.
     *
     * @param queue the name, as in the URL
     * @param description what its cases wait for
     * @param count cases in scope, up to a bound
     * @param more whether there are more than {@code count}
     */
    public record QueueCount(String queue, String description, long count, boolean more) {}

    /** The queues in their natural order. */
    public record Answer(List<QueueCount> queues) {
        public Answer {
            queues = List.copyOf(queues);
        }
    }
}
