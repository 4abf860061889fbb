package io.holdfast.projection.answer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Sends a query and waits for the answer, up to a time limit. */
@Component
public class QueryDispatcher {
    private static final long PATIENCE_SECONDS = 20;

    private final QueryGateway queries;

    QueryDispatcher(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * Sends the query and returns the answer.
     *
     * @throws NoAnswerInTimeException if there is no answer within 20 seconds
     */
    public <A> A ask(Object question, Class<A> answer) {
        Future<A> future = queries.query(question, answer);
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new NoAnswerInTimeException(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoAnswerInTimeException(stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(failed);
        }
    }
}
