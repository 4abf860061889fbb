package io.holdfast.projection.evidence.web;

import io.holdfast.projection.evidence.EvidenceAlteredException;
import io.holdfast.runtime.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused downloads to problem responses. */
@RestControllerAdvice(assignableTypes = EvidenceFileController.class)
class EvidenceFileProblems {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFileProblems.class);

    @ExceptionHandler
    ProblemDetail on(NotHereException unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(unknown.getMessage()));
    }

    /** Reported as a conflict, so it is in the security log: the stored file contradicts the recorded event. */
    @ExceptionHandler
    ProblemDetail on(EvidenceAlteredException altered) {
        LOG.error("EVIDENCE ALTERED: {}", altered.getMessage());
        return Problems.of(
                HttpStatus.CONFLICT,
                "evidence-altered",
                "The evidence was altered",
                String.valueOf(altered.getMessage()));
    }
}
