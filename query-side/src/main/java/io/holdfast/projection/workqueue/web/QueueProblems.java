package io.holdfast.projection.workqueue.web;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a queue is not shown, as problems. */
@RestControllerAdvice(assignableTypes = QueueController.class)
class QueueProblems {
    @ExceptionHandler
    ProblemDetail on(NoSuchQueueException unknown) {
        return Problems.of(
                HttpStatus.NOT_FOUND, "no-such-queue", "There is no such queue", String.valueOf(unknown.getMessage()));
    }
}
