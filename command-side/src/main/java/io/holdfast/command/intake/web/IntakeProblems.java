package io.holdfast.command.intake.web;

import io.holdfast.command.intake.IdempotencyStore.KeyInUseException;
import io.holdfast.command.intake.IdempotencyStore.KeyReusedException;
import io.holdfast.command.intake.RefusedDeclarationException;
import io.holdfast.command.intake.UndecidedException;
import io.holdfast.runtime.csv.UnusableHeaderException;
import io.holdfast.runtime.web.Problems;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps the refusals of intake to problem details (RFC 9457). */
@RestControllerAdvice(basePackageClasses = IntakeProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakeProblems {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeProblems.class);
    private static final String MALFORMED = "malformed-json";
    private static final String MALFORMED_TITLE = "The body is not readable";

    @ExceptionHandler
    ProblemDetail refused(RefusedDeclarationException refused) {
        ProblemDetail problem = switch (refused.kind()) {
            case MALFORMED -> problem(HttpStatus.BAD_REQUEST, MALFORMED, MALFORMED_TITLE, refused);
            case UNKNOWN_FIELD -> problem(HttpStatus.BAD_REQUEST, "unknown-field", "A field is not known", refused);
            case WRONG_TYPE ->
                problem(HttpStatus.BAD_REQUEST, "wrong-type", "A field has the wrong JSON type", refused);
            case TOO_LARGE ->
                problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The declaration is too large", refused);
            case INVALID -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-value", "A value is not valid", refused);
            case NOT_FOUND -> problem(HttpStatus.NOT_FOUND, "no-such-shipment", "No such shipment", refused);
            case OUT_OF_SCOPE -> problem(HttpStatus.FORBIDDEN, "port-out-of-scope", "The port is not yours", refused);
            case CONFLICT ->
                problem(
                        HttpStatus.CONFLICT,
                        "other-declaration-known",
                        "Another declaration is known under this identifier",
                        refused);
        };
        if (refused.field() != null) {
            problem.setProperty("field", refused.field());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableHeaderException refused) {
        return problem(HttpStatus.BAD_REQUEST, "unusable-header", "The header of the CSV cannot be used", refused);
    }

    @ExceptionHandler
    ProblemDetail broken(IOException broken) {
        LOG.debug("A request could not be read", broken);
        return Problems.of(HttpStatus.BAD_REQUEST, MALFORMED, MALFORMED_TITLE, "The body could not be read to its end");
    }

    @ExceptionHandler
    ProblemDetail malformed(IdempotencyKey.MalformedException refused) {
        return problem(
                HttpStatus.BAD_REQUEST, "idempotency-key-malformed", "The idempotency key cannot be used", refused);
    }

    @ExceptionHandler
    ProblemDetail reused(KeyReusedException refused) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The idempotency key belongs to another request",
                refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inUse(KeyInUseException refused) {
        return later(
                problem(
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-use",
                        "A request with this idempotency key is under way",
                        refused),
                2);
    }

    @ExceptionHandler
    ProblemDetail full(SpooledBody.SpoolFullException refused) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large for an idempotency key", refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(StreamedIntake.BusyException refused) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many streams are under way", refused), 1);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecided(UndecidedException undecided) {
        LOG.warn(
                "A declaration could not be decided: {}; {}",
                undecided.getMessage(),
                String.valueOf(undecided.getCause()));
        return later(
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "undecided",
                        "It is not known whether this was recorded",
                        "Send the same again; what was recorded is not recorded twice"),
                1);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String title, RuntimeException refused) {
        return Problems.of(status, slug, title, String.valueOf(refused.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, int seconds) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(problem);
    }
}
