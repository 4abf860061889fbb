package io.holdfast.command.shipment.evidence;

import java.time.Duration;

/** The upload did not finish in time. */
public final class UploadTooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadTooSlowException(Duration within) {
        super("A file must have come within " + within.toSeconds() + " s of the request");
    }
}
