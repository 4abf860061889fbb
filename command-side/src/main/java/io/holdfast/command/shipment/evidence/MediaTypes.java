package io.holdfast.command.shipment.evidence;

import java.util.Locale;
import java.util.Map;

/** Maps the synonyms of media types that common programs send to the one canonical name that is recorded. */
final class MediaTypes {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("application/x-pdf", "application/pdf"),
            Map.entry("application/acrobat", "application/pdf"),
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("image/pjpeg", "image/jpeg"),
            Map.entry("image/jpe", "image/jpeg"),
            Map.entry("image/x-png", "image/png"),
            Map.entry("image/tif", "image/tiff"),
            Map.entry("image/x-tiff", "image/tiff"),
            Map.entry("image/x-tif", "image/tiff"),
            Map.entry("image/x-bmp", "image/bmp"),
            Map.entry("image/x-ms-bmp", "image/bmp"),
            Map.entry("image/heic-sequence", "image/heic"),
            Map.entry("image/heif-sequence", "image/heif"),
            Map.entry("application/dicom+octet-stream", "application/dicom"),
            Map.entry("application/x-dicom", "application/dicom"),
            Map.entry("video/x-mp4", "video/mp4"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("application/csv", "text/csv"),
            Map.entry("text/comma-separated-values", "text/csv"),
            Map.entry("text/x-csv", "text/csv"),
            Map.entry("application/x-csv", "text/csv"));

    private MediaTypes() {}

    /** @param mediaType without parameters */
    static String canonical(String mediaType) {
        String lower = mediaType.toLowerCase(Locale.ROOT);
        return SYNONYMS.getOrDefault(lower, lower);
    }
}
