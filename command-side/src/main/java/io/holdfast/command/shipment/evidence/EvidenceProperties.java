package io.holdfast.command.shipment.evidence;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on files that are accepted as evidence.
 *
 * @param maxSize of one file
 * @param mediaTypes the accepted media types
 * @param uploadWithin how long an upload may take
 * @param abandonedAfter a file that no event names is removed when its record has not changed for this long; at least
 *     twice {@code uploadWithin}
 * @param inDoubtFor how long a file is kept when it is unknown whether an event will name it
 */
@ConfigurationProperties("holdfast.evidence")
record EvidenceProperties(
        @DefaultValue("50MB") DataSize maxSize,

        @DefaultValue({
            "application/pdf",
            "image/jpeg",
            "image/png",
            "image/tiff",
            "image/heic",
            "image/heif",
            "image/webp",
            "image/gif",
            "image/bmp",
            "application/dicom",
            "video/mp4",
            "video/quicktime",
            "text/plain",
            "text/csv"
        })
        List<String> mediaTypes,

        @DefaultValue("15m") Duration uploadWithin,

        @DefaultValue("1h") Duration abandonedAfter,

        @DefaultValue("7d") Duration inDoubtFor) {
    EvidenceProperties {
        if (abandonedAfter.compareTo(uploadWithin.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "holdfast.evidence.abandoned-after must be at least twice holdfast.evidence.upload-within");
        }
        mediaTypes = mediaTypes.stream().map(MediaTypes::canonical).toList();
    }
}
