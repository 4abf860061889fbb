package io.holdfast.command.dispatch;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.queryside.QuestionsHere;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import java.time.Duration;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** The query side in this process. */
public final class AskedHere implements WaitingCases {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final QuestionsHere questions;

    public AskedHere(QueryGateway queries) {
        this.questions = new QuestionsHere(queries, PATIENCE, QueuesUnreachableException::new);
    }

    @Override
    public BrowseQueue.Page page(QueueName queue, Actor actor, @Nullable String after) {
        boolean withScore = actor.may(Permission.SEE_QUEUE_SCORES);
        var nobody = new Assignee(null);
        var question = new BrowseQueue(
                queue, actor.id(), actor.scope(), null, null, nobody, 0, Sort.PRIORITY, false, withScore, after, PAGE);
        return questions.ask(question, BrowseQueue.Page.class);
    }
}
