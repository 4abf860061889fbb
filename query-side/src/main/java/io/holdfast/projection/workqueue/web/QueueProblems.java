package io.holdfast.projection.workqueue.web;

import io.holdfast.projection.workqueue.MayNotShareException;
import io.holdfast.projection.workqueue.live.TooManyWatchersException;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused queue queries to problem responses. */
@RestControllerAdvice(
        assignableTypes = {QueueController.class, QueueStreamController.class, SavedFilterController.class})
@Order(0)
class QueueProblems {
    @ExceptionHandler
    ProblemDetail on(NoSuchFilterException unknown) {
        return Problems.of(
                HttpStatus.NOT_FOUND,
                "no-such-filter",
                "There is no such filter",
                String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(MayNotShareException refused) {
        return Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooManyWatchersException full) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-many-watchers",
                        "Too many watch",
                        String.valueOf(full.getMessage())));
    }
}
