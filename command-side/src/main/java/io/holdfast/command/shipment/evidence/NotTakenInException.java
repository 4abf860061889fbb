package io.holdfast.command.shipment.evidence;

import java.util.List;

/** Files of this media type are not accepted. */
public final class NotTakenInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTakenInException(String mediaType, List<String> taken) {
        super("A file of type " + mediaType + " is not taken in; the body must be the file itself, of one of the types "
                + String.join(", ", taken));
    }
}
