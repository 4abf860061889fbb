package io.holdfast.projection.answer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asks a question and waits for the answer, but not for ever. */
@Component
public class Asking {
    private static final long PATIENCE_SECONDS = 20;

    private final QueryGateway queries;

    Asking(QueryGateway queries) {
        this.queries = queries;
    }

    /**
     * The answer.
     *
     * @throws ResponseStatusException 503 when there is none within 20 seconds
     */
    public <A> A ask(Object question, Class<A> answer) {
        Future<A> future = queries.query(question, answer);
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw unavailable(late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable(stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(failed);
        }
    }

    private static ResponseStatusException unavailable(Exception cause) {
        return new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE, "There was no answer in time; ask again, or for less", cause);
    }
}
