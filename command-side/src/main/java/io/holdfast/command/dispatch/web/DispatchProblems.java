package io.holdfast.command.dispatch.web;

import io.holdfast.command.dispatch.QueueBehindException;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps the failures of dispatch to problem details (RFC 9457). */
@RestControllerAdvice(assignableTypes = NextCaseController.class)
@Order(0)
class DispatchProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(QueueBehindException behind) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "projection-behind",
                        "The queue is not up to date yet",
                        String.valueOf(behind.getMessage())));
    }
}
