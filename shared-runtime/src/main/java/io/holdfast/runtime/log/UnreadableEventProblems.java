package io.holdfast.runtime.log;

import io.holdfast.runtime.web.Problems;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The answer to a request about an aggregate with an unreadable event. The reason goes to the log file only. */
@RestControllerAdvice
@Order(-1) // before the advice that looks for causes: this is an exception of Axon
class UnreadableEventProblems {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableEventProblems.class);
    private static final String SLUG = "unreadable-event";
    private static final String TITLE = "An event cannot be read";

    @ExceptionHandler
    ProblemDetail on(UnreadableEventException unreadable) {
        LOG.warn("{}", unreadable.getMessage());
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                SLUG,
                TITLE,
                "Event " + unreadable.version() + " of " + unreadable.aggregate() + " (" + unreadable.type()
                        + ") cannot be read by this version, so nothing was done or told; others are not affected");
        problem.setProperty("aggregate", unreadable.aggregate());
        problem.setProperty("version", unreadable.version());
        problem.setProperty("event", unreadable.type());
        return problem;
    }

    /** For cases where the event's aggregate is not known. */
    @ExceptionHandler
    ProblemDetail on(SerializationException unreadable) {
        LOG.warn("An event cannot be read: {}", UnreadEvents.reason(unreadable), unreadable);
        return Problems.of(HttpStatus.CONFLICT, SLUG, TITLE, "An event that this needs cannot be read by this version");
    }
}
