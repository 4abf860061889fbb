package io.holdfast.command.queryside;

import io.holdfast.actor.Actor;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.QueueName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The query side, as the command side uses it. Its answers may lag slightly behind the log. */
public interface QuerySide {
    /** The most cases on a page of a queue. */
    int CASES = 50;

    /** The most rows on a page of outcomes, and so the most in memory. */
    int OUTCOMES = 1000;

    /** The subject of a query, and how long to wait for its answer. */
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
     * Unassigned cases of a queue, most urgent first: at the actor's ports, without snoozed ones. Must be called on the
     * thread that serves the actor's request.
     *
     * @param after the {@code next} of the previous page, if any
     * @throws QuerySideUnreachableException when there is no answer
     */
    BrowseQueue.Page unassigned(QueueName queue, Actor actor, @Nullable String after);

    /**
     * The outcomes of the shipments that the actor may see. Must be called on the thread that serves the actor's
     * request; the pages can be read by any thread, even after the request has ended.
     */
    OutcomePages outcomes(Actor actor);
}
