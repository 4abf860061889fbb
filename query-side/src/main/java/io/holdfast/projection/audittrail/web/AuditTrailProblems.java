package io.holdfast.projection.audittrail.web;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused audit trail queries to problem responses. */
@RestControllerAdvice(assignableTypes = AuditTrailController.class)
class AuditTrailProblems {
    @ExceptionHandler
    ProblemDetail on(NoSuchTrailException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(unknown.getMessage()));
    }
}
