package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.evidence.NotTakenInException;
import io.holdfast.command.shipment.evidence.UploadTooSlowException;
import io.holdfast.runtime.evidence.FileTooLargeException;
import io.holdfast.runtime.evidence.NotStoredException;
import io.holdfast.runtime.web.Problems;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps refused uploads to problem details (RFC 9457). */
@RestControllerAdvice(assignableTypes = EvidenceController.class)
class EvidenceProblems {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceProblems.class);

    @ExceptionHandler
    ProblemDetail on(NotTakenInException refused) {
        return Problems.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported media type",
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(FileTooLargeException refused) {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The file is too large",
                String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail on(UploadTooSlowException late) {
        return Problems.of(
                HttpStatus.REQUEST_TIMEOUT,
                "upload-too-slow",
                "The file comes too slowly",
                String.valueOf(late.getMessage()));
    }

    /** Nothing was recorded, and the file is not kept. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotStoredException lost) {
        LOG.warn("A file was not taken in: {}", lost.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "file-not-stored",
                        "The file was not stored",
                        "It was not stored as it came, and nothing was recorded; send it again"));
    }

    @ExceptionHandler
    ProblemDetail on(IOException brokenOff) {
        LOG.debug("A file broke off", brokenOff);
        return Problems.of(
                HttpStatus.BAD_REQUEST, "file-broke-off", "The file broke off", "It could not be read to its end");
    }
}
