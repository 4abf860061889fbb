package io.holdfast.command.queryside;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;

/** Asks the query side in this process. */
public final class QuestionsHere {
    private final QueryGateway queries;
    private final Duration patience;
    private final Unreachable unreachable;

    /** @param patience how long to wait for an answer */
    public QuestionsHere(QueryGateway queries, Duration patience, Unreachable unreachable) {
        this.queries = queries;
        this.patience = patience;
        this.unreachable = unreachable;
    }

    /** The answer; what the query side refuses is thrown as it comes, and everything else as unreachable. */
    public <A> A ask(Object question, Class<A> answer) {
        Future<A> future = queries.query(question, answer);
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw unreachable.because("The query side did not answer in time", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unreachable.because("The instance is stopping", stopping);
        } catch (ExecutionException failed) {
            throw translated(failed);
        }
    }

    private RuntimeException translated(ExecutionException failed) {
        return switch (failed.getCause()) {
            case NoHandlerForQueryException none ->
                unreachable.because(
                        "The query side is not in this process: holdfast.query-side.url has to name it", none);
            case RuntimeException refusal -> refusal;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
