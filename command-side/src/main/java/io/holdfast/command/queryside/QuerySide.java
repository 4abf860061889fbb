package io.holdfast.command.queryside;

import io.holdfast.actor.Actor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The query side, as the command side asks it. Its answers may be a moment behind the log. */
public interface QuerySide {
    /** At most so many cases on a page of a queue. */
    int CASES = 50;

    /** At most so many rows on a page of outcomes, and so many in memory. */
    int OUTCOMES = 1000;

    /** What is asked about, and how long an answer is waited for. */
    enum Subject {
        QUEUES(Duration.ofSeconds(5)),
        OUTCOMES(Duration.ofSeconds(30));

        private final Duration patience;

        Subject(Duration patience) {
            this.patience = patience;
        }

        Duration patience() {
            return patience;
        }
    }

    /**
     * Cases of a queue that nobody has, the most urgent first: of the actor's ports, without those that are snoozed. The current
     * thread serves the actor's request.
     *
     * @param after the {@code next} of the page before, if any
     * @throws QuerySideUnreachableException when there is no answer
     */
    BrowseQueue.Page unassigned(QueueName queue, Actor actor, @Nullable String after);

    /**
     * What came of the shipments that the actor sees. The current thread serves the actor's request; the pages can be asked for
     * by any thread, also after the request is over.
     */
    OutcomePages outcomes(Actor actor);
}
