package io.holdfast.value;

import java.util.regex.Pattern;

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hexadecimal digits. */
public record Sha256(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValueException unless the value is 64 lower-case hexadecimal digits (SHA-256) */
    public Sha256 {
        Check.matching(value, "sha256", SHAPE, "64 lower-case hexadecimal digits (SHA-256)");
    }

    @Override
    public String toString() {
        return value;
    }
}
