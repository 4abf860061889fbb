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
        Objects.requireNonNull(shipmentId, "shipmentId");
        unproved = List.copyOf(unproved);
        sha256 = new TreeMap<>(sha256);
    }

    /** Stricter than most, but for the names of entries, which may be longer than those of fields. */
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

    /** The manifest of its JSON. @throws JacksonException when it is none */
    public static BundleManifest read(byte[] json) {
        return MAPPER.readValue(json, BundleManifest.class);
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
            @Nullable String file) {
        /**
         * The excerpt of an event.
         *
         * @param metadata of the event, as JSON
         * @param payload of the event, as JSON
         * @throws JacksonException when one of them is no JSON
         */
        public static Excerpt of(long version, String event, String metadata, String payload, @Nullable String file) {
            String actor =
                    LanguageJson.mapper().readTree(metadata).path("actor").asString(null);
            return new Excerpt(version, event, actor, LanguageJson.mapper().readTree(payload), file);
        }
    }
}
