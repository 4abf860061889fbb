package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.OnRecord;
import io.holdfast.value.Sha256;

/**
 * A file of evidence, identified by its digest; the bytes are never part of an event.
 *
 * @param fileName file name without a path; names stored before the check existed are kept as they are
 * @param mediaType such as {@code image/jpeg}
 * @param sizeInBytes size in bytes, more than zero
 * @param sha256 digest of the bytes
 */
public record Evidence(String fileName, String mediaType, long sizeInBytes, Sha256 sha256) {
    /** @throws InvalidValueException for a name that {@link FileName} refuses, a media type without a slash, or a size below one */
    public Evidence {
        fileName = OnRecord.isRead() ? Check.present(fileName, "fileName") : FileName.checked(fileName, "fileName");
        mediaType = Check.line(mediaType, "mediaType", 127);
        if (!mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new InvalidValueException("mediaType", "must be a media type such as image/jpeg");
        }
        if (sizeInBytes < 1) {
            throw new InvalidValueException("sizeInBytes", "must be at least 1");
        }
        Check.present(sha256, "sha256");
    }
}
