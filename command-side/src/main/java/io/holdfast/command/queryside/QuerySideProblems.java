package io.holdfast.command.queryside;

import io.holdfast.runtime.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps an unreachable query side to problem details (RFC 9457). */
@RestControllerAdvice
@Order(0)
class QuerySideProblems {
    private static final Logger LOG = LoggerFactory.getLogger(QuerySideProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(QuerySideUnreachableException failed) {
        LOG.warn("no answer about {}: {}", failed.subject(), failed.getMessage(), failed.getCause());
        return switch (failed.subject()) {
            // The exact cause is for the operators, not for the caller.
            case QUEUES ->
                unavailable(
                        "queues-unreachable",
                        "The queues are not available",
                        "Nothing was done. Ask again, or claim by number",
                        "1");
            case OUTCOMES ->
                unavailable(
                        "outcomes-unreachable",
                        "The query side does not say what came of shipments",
                        String.valueOf(failed.getMessage()),
                        "5");
        };
    }

    private static ResponseEntity<ProblemDetail> unavailable(String slug, String title, String detail, String seconds) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug, title, detail));
    }
}
