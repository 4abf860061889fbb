package io.holdfast.projection.outcomes.web;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused rule queries to problem responses. */
@RestControllerAdvice(assignableTypes = RulesController.class)
class RuleProblems {
    @ExceptionHandler
    ProblemDetail on(NoSuchRuleException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(unknown.getMessage()));
    }
}
