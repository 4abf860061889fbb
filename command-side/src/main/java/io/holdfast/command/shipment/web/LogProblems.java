package io.holdfast.command.shipment.web;

import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.runtime.axon.UnreadableEventException;
import io.holdfast.runtime.web.Problems;
import org.axonframework.common.AxonException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps failures of the event log to problem details: what the caller learns when a command could not be stored. */
@RestControllerAdvice
@Order(0)
class LogProblems {
    private static final Logger LOG = LoggerFactory.getLogger(LogProblems.class);

    @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
    ResponseEntity<ProblemDetail> contended(AxonException lost) {
        return unavailable(
                "contended", "Others were faster", "Many write to this case at once; nothing was done. Send it again");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotStoredException failed) {
        LOG.warn("a command was not stored: {}", failed.getMessage());
        return unavailable("not-stored", "The event log is not available", "Nothing was done. Send it again");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OutcomeUnknownException failed) {
        LOG.warn(
                "the outcome of a command is not known: {}; {}",
                failed.getMessage(),
                String.valueOf(failed.getCause()));
        return unavailable(
                "outcome-unknown",
                "It is not known whether this was done",
                "Read the case, and send it again, with If-Match, only when its version has not changed");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CommitTooLargeException refused) {
        return ResponseEntity.of(Problems.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "Too much at once",
                        "One command cannot record that much"))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UnreadableEventException refused) {
        return ResponseEntity.of(Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-keepable",
                        "This cannot be kept",
                        "It could not be read back as it is. Nothing was done; the operator's log says why"))
                .build();
    }

    private static ResponseEntity<ProblemDetail> unavailable(String slug, String title, String advice) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug, title, advice));
    }
}
