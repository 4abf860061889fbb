package io.holdfast.projection.casefile.web;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused case file queries to problem responses. */
@RestControllerAdvice(assignableTypes = {CaseFileController.class, CaseListController.class})
class CaseFileProblems {
    @ExceptionHandler
    ProblemDetail on(NoSuchCaseException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(NoSuchListException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(unknown.getMessage()));
    }
}
