package io.holdfast.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.OnRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Holdfast's JSON format, used for stored events, request bodies and answers alike.
 *
 * <p>Writing: a value type is its text, an enum its name, an instant ISO 8601 in UTC, a date ISO 8601, a decimal
 * without exponent; absent values are left out. Reading is strict: unknown or repeated properties, a number instead of
 * a text or the reverse, and documents beyond the limits below are refused.
 */
public final class LanguageJson {
    /** The deepest nesting of objects and arrays that is accepted. */
    static final int MAX_NESTING = 50;
    /** The longest text that is accepted, in characters; no field of Holdfast allows more than a tenth of it. */
    static final int MAX_TEXT = 100_000;
    /** The longest number that is accepted, in characters. */
    static final int MAX_NUMBER = 100;

    private static final JsonMapper MAPPER = strictMapper();

    private LanguageJson() {}

    /** The JSON form of Holdfast's types, without the strictness of {@link #mapper()}. */
    public static JacksonModule module() {
        return new LanguageModule();
    }

    /** The mapper; immutable, always the same instance. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one JSON document.
     *
     * @throws InvalidValueException for anything wrong with it; its name is the path to the place, such as
     *     {@code lines[0].quantity.amount}, or {@code json} when the document as a whole is malformed
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new InvalidValueException(JsonRefusal.WHOLE, "must not be null");
            }
            return value;
        } catch (JacksonException refused) {
            throw JsonRefusal.of(refused).asException();
        }
    }

    /** Reads what this system stored itself; today's rules for incoming texts do not apply ({@link OnRecord}). */
    public static <T> T readOnRecord(String json, Class<T> type) {
        return OnRecord.read(() -> MAPPER.readValue(json, type));
    }

    /** Sets the limits on what is read. */
    static void configure(JsonFactoryBuilder factory) {
        factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_TEXT)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(200)
                .build());
    }

    /** Registers Holdfast's types and sets the strictness. */
    static void configure(JsonMapper.Builder mapper) {
        mapper.addModule(module())
                .changeDefaultPropertyInclusion(absent -> absent.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .withCoercionConfig(LogicalType.Textual, texts -> {
                    texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfigDefaults(
                        all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    private static JsonMapper strictMapper() {
        JsonFactoryBuilder factory = JsonFactory.builder();
        configure(factory);
        JsonMapper.Builder mapper = JsonMapper.builder(factory.build());
        configure(mapper);
        return mapper.build();
    }
}
