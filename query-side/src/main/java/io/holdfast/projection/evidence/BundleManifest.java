package io.holdfast.projection.evidence;

import io.holdfast.runtime.json.LanguageJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of contents of a bundle.
 *
 * @param bundle the version of the layout
 * @param version the number of events of the case
 * @param unproved versions of the events that no checkpoint covers yet
 * @param sha256 the digest of every other entry, by name
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
        Objects.requireNonNull(shipmentId, "shipmentId");
        unproved = List.copyOf(unproved);
        sha256 = new TreeMap<>(sha256);
    }

    /** Stricter than the other mappers, except that entry names may be longer than field names. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(3)
                            .maxNameLength(1 << 16)
                            .maxStringLength(1 << 10)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /**
     * Parses a manifest.
     *
     * @throws JacksonException if the JSON is not a manifest
     */
    public static BundleManifest read(byte[] json) {
        return MAPPER.readValue(json, BundleManifest.class);
    }

    /**
     * The content of one event for human readers; the proof covers the event itself, not the excerpt.
     *
     * @param version the number of the event within the case, from 1
     * @param event the name of the event
     * @param actor who caused it
     * @param payload a copy of the event's payload
     * @param file the entry that holds the file, if files were requested and it is stored here
     */
    public record Excerpt(
            long version,
            String event,
            @Nullable String actor,
            JsonNode payload,
            @Nullable String file) {
        /**
         * The excerpt of an event.
         *
         * @param metadata the metadata of the event, as JSON
         * @param payload the payload of the event, as JSON
         * @throws JacksonException if either is not JSON
         */
        public static Excerpt of(long version, String event, String metadata, String payload, @Nullable String file) {
            String actor =
                    LanguageJson.mapper().readTree(metadata).path("actor").asString(null);
            return new Excerpt(version, event, actor, LanguageJson.mapper().readTree(payload), file);
        }
    }
}
