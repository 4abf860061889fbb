package io.holdfast.command.dispatch;

import io.holdfast.actor.Actor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
import org.jspecify.annotations.Nullable;

/** What waits in the queues, as the query side knows it: it may be a moment behind. */
public interface WaitingCases {
    /** At most so many cases on a page. */
    int PAGE = 50;

    /**
     * Cases that nobody has, the most urgent first: of the actor's ports, without those that are snoozed.
     *
     * @param after the {@code next} of the page before, if any
     * @throws QueuesUnreachableException when there is no answer
     */
    BrowseQueue.Page page(QueueName queue, Actor actor, @Nullable String after);
}
