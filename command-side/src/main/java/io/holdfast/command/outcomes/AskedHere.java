package io.holdfast.command.outcomes;

import io.holdfast.actor.Actor;
import io.holdfast.query.FindOutcomes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;

/** The query side in this process. */
public final class AskedHere implements OutcomeFeed {
    private static final long SECONDS = 30;

    private final QueryGateway queries;

    public AskedHere(QueryGateway queries) {
        this.queries = queries;
    }

    @Override
    public Pages open(Actor actor) {
        return (filter, after) -> ask(new FindOutcomes(actor.scope(), filter, after, PAGE));
    }

    private FindOutcomes.Page ask(FindOutcomes question) {
        Future<FindOutcomes.Page> future = queries.query(question, FindOutcomes.Page.class);
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new OutcomesUnreachableException("The outcomes did not come in time", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new OutcomesUnreachableException("Interrupted", stopping);
        } catch (ExecutionException failed) {
            throw translated(failed);
        }
    }

    private static RuntimeException translated(ExecutionException failed) {
        return switch (failed.getCause()) {
            case NoHandlerForQueryException none ->
                new OutcomesUnreachableException(
                        "The query side is not in this process: holdfast.query-side.url has to name it", none);
            case RuntimeException refusal -> refusal;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
