package io.holdfast.command.shipment.evidence;

import java.time.Duration;

/** A file has not come within the time that it may take. */
public final class UploadTooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadTooSlowException(Duration within) {
        super("A file must have come within " + within.toSeconds() + " s of the request");
    }
}
