package io.holdfast.projection.answer;

import io.holdfast.runtime.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A query parameter that cannot be used: 400, with the name of the parameter. */
public final class BadParameterException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * @param name of the parameter
     * @param reason what is wrong with it, worded to follow the name
     */
    public BadParameterException(String name, String reason) {
        super(HttpStatus.BAD_REQUEST, problem(name, reason), null);
    }

    private static ProblemDetail problem(String name, String reason) {
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST, "bad-parameter", "A query parameter cannot be used", name + " " + reason);
        problem.setProperty("parameter", name);
        return problem;
    }
}
