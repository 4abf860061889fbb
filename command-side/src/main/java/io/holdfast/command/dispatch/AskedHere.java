package io.holdfast.command.dispatch;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Role;
import io.holdfast.query.BrowseQueue;
import io.holdfast.query.BrowseQueue.Assignee;
import io.holdfast.query.BrowseQueue.Sort;
import io.holdfast.query.QueueName;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/** The query side in this process. */
public final class AskedHere implements WaitingCases {
    private static final long SECONDS = 5;

    private final QueryGateway queries;

    public AskedHere(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public BrowseQueue.Page page(QueueName queue, Actor actor, @Nullable String after) {
        boolean withScore = actor.is(Role.ANALYST);
        var nobody = new Assignee(null);
        var question = new BrowseQueue(
                queue, actor.id(), actor.scope(), null, null, nobody, 0, Sort.PRIORITY, false, withScore, after, PAGE);
        Future<BrowseQueue.Page> future = queries.query(question, BrowseQueue.Page.class);
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new QueuesUnreachableException("The queues did not answer in time", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new QueuesUnreachableException("The instance is stopping", stopping);
        } catch (ExecutionException failed) {
            throw translated(failed);
        }
    }

    private static RuntimeException translated(ExecutionException failed) {
        return switch (failed.getCause()) {
            case NoHandlerForQueryException none ->
                new QueuesUnreachableException(
                        "The query side is not in this process: holdfast.query-side.url has to name it", none);
            case RuntimeException refusal -> refusal;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
