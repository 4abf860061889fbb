package io.holdfast.eventstore.integrity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Hash(String hex) {

    /** The previous hash of block 0. */
    public static final Hash ZERO = of(new byte[32]);

    /** @throws IllegalArgumentException when it is not a hash */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Hash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + OneLine.of(hex));
        }
    }

    /** A hash from its 32 bytes. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The hash as 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    @JsonValue
    public String hex() {
        return hex;
    }

    @Override
    public String toString() {
        return hex;
    }
}
