package io.holdfast.runtime.web;

import io.holdfast.value.InvalidValueException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Creates problem answers (RFC 9457): a stable {@code type} per kind of refusal, and an explanation for the caller. */
public final class Problems {
    private Problems() {}

    /**
     * Creates a problem.
     *
     * @param slug the kind of refusal, stable: the {@code type} is {@code /problems/} followed by it
     * @param title the kind of refusal in words, always the same for one kind
     * @param detail what is wrong this time, and what would be right
     */
    public static ProblemDetail of(HttpStatus status, String slug, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        return problem;
    }

    /** 422: a value that its type refuses; the problem names the field. */
    public static ProblemDetail of(InvalidValueException refused) {
        ProblemDetail problem = of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-value",
                "A value is not valid",
                refused.name() + " " + refused.reason());
        problem.setProperty("field", refused.name());
        return problem;
    }

    /** A problem found by the container, before the request reached the application. */
    static ProblemDetail ofContainer(HttpStatusCode status) {
        ProblemDetail problem = ofStatus(status);
        if (status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
            problem.setDetail(
                    "The request line, a header or the address is malformed, too long or holds what is not allowed");
        }
        return problem;
    }

    /** A problem that reveals nothing but its status. */
    static ProblemDetail ofStatus(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        if (status == null || status.is5xxServerError()) {
            return of(
                    status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                    "internal-error",
                    "Something went wrong here",
                    "It was logged under the correlation id of this answer");
        }
        String title = status.getReasonPhrase();
        String detail = status == HttpStatus.REQUEST_TIMEOUT
                ? "The rest of the request was waited for too long; send it again"
                : "The request cannot be answered";
        return of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, detail);
    }
}
