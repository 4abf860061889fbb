package io.holdfast.command.evidence;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an administration takes in as evidence.
 *
 * @param maxSize of one file
 * @param mediaTypes of files that are taken in
 * @param abandonedAfter a file that no event names is removed after so long, when its process has ended in between
 */
@ConfigurationProperties("holdfast.evidence")
record EvidenceProperties(
        @DefaultValue("50MB") DataSize maxSize,

        @DefaultValue({"application/pdf", "image/jpeg", "image/png", "image/tiff", "video/mp4", "text/plain", "text/csv"
        })
        List<String> mediaTypes,

        @DefaultValue("1h") Duration abandonedAfter) {
    EvidenceProperties {
        mediaTypes = List.copyOf(mediaTypes);
    }
}
