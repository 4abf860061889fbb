package io.holdfast.projection.answer;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps queries that could not be answered to problem responses. */
@RestControllerAdvice
class AnswerProblems {
    @ExceptionHandler
    ProblemDetail on(BadParameterException refused) {
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "A parameter is not valid",
                String.valueOf(refused.getMessage()));
        problem.setProperty("field", refused.name());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(NoAnswerInTimeException late) {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-answer-in-time",
                "No answer in time",
                String.valueOf(late.getMessage()));
    }
}
