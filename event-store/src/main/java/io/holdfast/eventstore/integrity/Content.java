package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A serialized payload or metadata. In JSON it is a string when its bytes are valid UTF-8, else {@code {"base64": …}}.
 */
public final class Content {

    private static final String BASE64 = "base64";

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Content of these bytes; the caller must not change the array. */
    public static Content of(byte[] bytes) {
        return new Content(bytes);
    }

    /** @throws IllegalArgumentException when the text has half a surrogate pair */
    public static Content of(String text) {
        return new Content(CanonicalBytes.utf8(text));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Content fromJson(Object json) {
        return switch (json) {
            case String text -> of(text);
            case Map<?, ?> map
            when map.size() == 1 && map.get(BASE64) instanceof String base64 -> of(CanonicalBytes.base64(base64));
            default -> throw new IllegalArgumentException("neither a string nor {\"base64\": …}");
        };
    }

    @JsonValue
    Object toJson() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return Map.of(BASE64, Base64.getEncoder().encodeToString(bytes));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The text, or the bytes in base64. */
    @Override
    public String toString() {
        return toJson() instanceof String text ? text : Base64.getEncoder().encodeToString(bytes);
    }
}
