package io.holdfast.runtime.web;

import io.holdfast.query.NoSuchQueueException;
import io.holdfast.runtime.json.JsonRefusal;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Maps refusals of the request as such, and those of value types, to problems. Each feature maps its own exceptions in
 * its own advice.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class GeneralProblems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(GeneralProblems.class);

    @ExceptionHandler
    ProblemDetail on(InvalidValueException refused) {
        return Problems.of(refused);
    }

    @ExceptionHandler
    ProblemDetail on(NoSuchQueueException refused) {
        return Problems.of(
                HttpStatus.NOT_FOUND, "no-such-queue", "There is no such queue", String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(UnusableParameterException refused) {
        return badParameter(refused.name(), refused.reason());
    }

    @ExceptionHandler
    ProblemDetail on(BodyTooLargeException refused) {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is too large",
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooBusyException refused) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too much is under way",
                        String.valueOf(refused.getMessage())));
    }

    /** Handles everything that Spring MVC itself refuses. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(refused, status);
        if (status.is5xxServerError()) {
            LOG.error("unforeseen failure", refused);
        }
        return super.handleExceptionInternal(
                refused, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static ProblemDetail problem(Exception refused, HttpStatusCode status) {
        return switch (refused) {
            case HttpMessageNotReadableException e -> unreadable(e);
            case MissingRequestHeaderException e -> missingHeader(e.getHeaderName());
            case MissingServletRequestParameterException e -> badParameter(e.getParameterName(), "is required");
            case MethodArgumentTypeMismatchException e -> badParameter(e.getName(), reason(e));
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing under this address");
            case HttpRequestMethodNotSupportedException e ->
                Problems.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "Allowed here: " + joined(e.getSupportedHttpMethods()));
            case HttpMediaTypeNotSupportedException e ->
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Understood here: " + joined(e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException e ->
                Problems.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "Not acceptable",
                        "Available here: " + joined(e.getSupportedMediaTypes()));
            default -> Problems.ofStatus(status);
        };
    }

    private static ProblemDetail unreadable(HttpMessageNotReadableException e) {
        if (!(e.getCause() instanceof JacksonException cause)) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-json",
                    "The body is not readable",
                    "The body is missing or cut off");
        }
        JsonRefusal refusal = JsonRefusal.of(cause);
        return switch (refusal.kind()) {
            case INVALID_VALUE -> Problems.of(refusal.asException());
            case MALFORMED ->
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body is not readable",
                        "The JSON " + refusal.reason());
            case UNKNOWN_FIELD -> badField("unknown-field", "A field is not known", refusal);
            case WRONG_TYPE -> badField("wrong-type", "A field has the wrong JSON type", refusal);
        };
    }

    private static ProblemDetail badField(String slug, String title, JsonRefusal refusal) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, slug, title, refusal.field() + " " + refusal.reason());
        problem.setProperty("field", refusal.field());
        return problem;
    }

    private static ProblemDetail missingHeader(String header) {
        boolean precondition = HttpHeaders.IF_MATCH.equalsIgnoreCase(header);
        return Problems.of(
                precondition ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.BAD_REQUEST,
                precondition ? "precondition-required" : "missing-header",
                precondition ? "A precondition is required" : "A header is missing",
                "The header " + header + " is required");
    }

    private static ProblemDetail badParameter(String name, String reason) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, "bad-parameter", "A parameter is not valid", name + " " + reason);
        problem.setProperty("field", name);
        return problem;
    }

    private static String reason(TypeMismatchException mismatch) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValueException value) {
                return value.reason();
            }
        }
        Class<?> type = mismatch.getRequiredType();
        if (type != null && type.isEnum()) {
            return "must be one of " + joined(List.of(type.getEnumConstants()));
        }
        return "is not valid";
    }

    private static String joined(@Nullable Iterable<?> values) {
        if (values == null) {
            return "";
        }
        return StreamSupport.stream(values.spliterator(), false)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
