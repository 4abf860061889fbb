package io.holdfast.command.queryside;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.QueueFilter;
import io.holdfast.query.QueueFilter.Assignee;
import io.holdfast.query.QueueName;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** The query side in this process. Its refusals are rethrown unchanged. */
final class InProcessQuerySide implements QuerySide {
    private final QueryGateway queries;

    InProcessQuerySide(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public BrowseQueue.Page unassigned(QueueName queue, Actor actor, @Nullable String after) {
        boolean withScore = actor.may(Permission.SEE_QUEUE_SCORES);
        var unassigned = QueueFilter.AWAKE.of(Assignee.NOBODY);
        var question =
                new BrowseQueue(queue, actor.id(), actor.scope(), unassigned, Sort.PRIORITY, withScore, after, CASES);
        return ask(Subject.QUEUES, question, BrowseQueue.Page.class);
    }

    @Override
    public OutcomePages outcomes(Actor actor) {
        return (filter, after) -> ask(
                Subject.OUTCOMES, new FindOutcomes(actor.scope(), filter, after, OUTCOMES), FindOutcomes.Page.class);
    }

    private <A> A ask(Subject subject, Object question, Class<A> answer) {
        Future<A> future = queries.query(question, answer);
        try {
            return future.get(subject.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new QuerySideUnreachableException(subject, "The query side did not answer in time", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QuerySideUnreachableException(subject, "The instance is stopping", stopping);
        } catch (ExecutionException failed) {
            throw refusal(subject, failed);
        }
    }

    private static RuntimeException refusal(Subject subject, ExecutionException failed) {
        return switch (failed.getCause()) {
            case NoHandlerForQueryException none ->
                new QuerySideUnreachableException(
                        subject, "The query side is not in this process: holdfast.query-side.url has to name it", none);
            case RuntimeException refusal -> refusal;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
