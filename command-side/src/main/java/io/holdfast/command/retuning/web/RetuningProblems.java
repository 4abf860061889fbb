package io.holdfast.command.retuning.web;

import io.holdfast.command.retuning.RetuningUnderWayException;
import io.holdfast.command.retuning.TooFewOutcomesException;
import io.holdfast.runtime.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps the refusals of retuning to problem details (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetuningProblems {
    @ExceptionHandler
    ProblemDetail few(TooFewOutcomesException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                "too-few-outcomes",
                "Nothing can be fitted to the outcomes of the period",
                String.valueOf(refused.getMessage()));
        problem.setProperty("known", refused.known());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(RetuningUnderWayException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "retuning-under-way",
                "This node is fitting another draft",
                String.valueOf(refused.getMessage()));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }
}
