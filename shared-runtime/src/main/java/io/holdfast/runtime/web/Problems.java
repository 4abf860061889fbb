package io.holdfast.runtime.web;

import io.holdfast.value.InvalidValueException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problems as answers (RFC 9457): a stable {@code type} per sort of refusal, and words for the caller. */
public final class Problems {
    private Problems() {}

    /**
     * A problem.
     *
     * @param slug the sort of refusal, stable: the {@code type} is {@code /problems/} and this
     * @param title the sort of refusal in words, the same for each of its kind
     * @param detail what is wrong this time, and what would be right
     */
    public static ProblemDetail of(HttpStatus status, String slug, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        return problem;
    }

    /** 422: a value that its type refuses; names the field. */
    public static ProblemDetail of(InvalidValueException refused) {
        ProblemDetail problem = of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-value",
                "A value is not valid",
                refused.name() + " " + refused.reason());
        problem.setProperty("field", refused.name());
        return problem;
    }

    /** A problem that was found before there was an application to ask. */
    static ProblemDetail ofContainer(HttpStatusCode status) {
        ProblemDetail problem = ofStatus(status);
        if (status.isSameCodeAs(HttpStatus.BAD_REQUEST)) {
            problem.setDetail(
                    "The request line, a header or the address is malformed, too long or holds what is not allowed");
        }
        return problem;
    }

    /** A problem of which no more is to be said than its status; nothing of what went wrong inside. */
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
