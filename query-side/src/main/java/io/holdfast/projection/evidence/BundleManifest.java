package io.holdfast.projection.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contents of a bundle.
 *
 * @param bundle version of the layout
 * @param version how many events the case has
 * @param unproved versions of events that no checkpoint covers yet
 * @param sha256 of each other entry, by name
 */
public record BundleManifest(
        int bundle,
        String shipmentId,
        long version,
        Instant madeAt,
        String madeBy,
        List<Long> unproved,
        Map<String, String> sha256) {
    public BundleManifest {
        unproved = List.copyOf(unproved);
        sha256 = new TreeMap<>(sha256);
    }

    /**
     * What an event says, for readers; the event itself is what is proved.
     *
     * @param version the number of the event within the case, from 1
     * @param event its name
     * @param actor who did it
     * @param payload the same as the event's
     * @param file the entry with the file, when files were asked for and it is kept here
     */
    public record Excerpt(
            long version,
            String event,
            @Nullable String actor,
            JsonNode payload,
            @Nullable String file) {}
}
