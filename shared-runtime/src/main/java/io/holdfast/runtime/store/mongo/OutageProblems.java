package io.holdfast.runtime.store.mongo;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers 503 when an outage of the database stopped a request; comes after more specific advice. Logs one line each
 * time.
 */
@RestControllerAdvice
@Order(1)
class OutageProblems {
    private static final Logger LOG = LoggerFactory.getLogger(OutageProblems.class);

    /** Rethrows a failure that is not an outage, because then the fault is ours. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MongoException failed) {
        MongoException outage = Outage.behind(failed).orElseThrow(() -> failed);
        LOG.warn("not answered, as the database does not do its part: {}", outage.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Outage.problem());
    }
}
