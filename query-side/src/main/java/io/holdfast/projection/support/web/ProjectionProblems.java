package io.holdfast.projection.support.web;

import io.holdfast.projection.support.PositionBeyondLogException;
import io.holdfast.projection.support.ProjectionBehindException;
import io.holdfast.projection.support.RebuildUnderWayException;
import io.holdfast.projection.support.UnknownProjectionException;
import io.holdfast.projection.support.UnreadableDocumentException;
import io.holdfast.runtime.log.UnreadEvents;
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

/** Maps the exceptions of the projections to problem responses. */
@RestControllerAdvice
@Order(0)
class ProjectionProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProblems.class);

    @ExceptionHandler
    ProblemDetail on(UnknownProjectionException refused) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-projection", "No such projection", message(refused));
    }

    @ExceptionHandler
    ProblemDetail on(RebuildUnderWayException refused) {
        return Problems.of(HttpStatus.CONFLICT, "rebuild-under-way", "A rebuild is under way", message(refused));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ProjectionBehindException refused) {
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "projection-behind",
                "The answer is not up to date yet",
                message(refused));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    /** Answers a query for a single document; pages skip unreadable ones instead. */
    @ExceptionHandler
    ProblemDetail on(UnreadableDocumentException unreadable) {
        LOG.warn("{}: {}", unreadable.getMessage(), UnreadEvents.reason(unreadable));
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unreadable-document",
                "What is kept for this answer cannot be read",
                "Others are not affected; a rebuild of " + unreadable.projection() + " heals it");
    }

    @ExceptionHandler
    ProblemDetail on(PositionBeyondLogException refused) {
        var problem = Problems.of(
                HttpStatus.PRECONDITION_FAILED,
                "position-beyond-log",
                "The log does not have that position",
                message(refused));
        problem.setProperty("head", refused.head());
        return problem;
    }

    private static String message(RuntimeException refused) {
        return String.valueOf(refused.getMessage());
    }
}
