package io.holdfast.value;

import java.util.regex.Pattern;

/** A commodity at subheading level of the Harmonized System (WCO, HS 2022): six digits, no dots. */
public record Hs6(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    /** @throws InvalidValueException unless the value is six digits (HS subheading) */
    public Hs6 {
        Check.matching(value, "hs6", SHAPE, "six digits (HS subheading)");
    }

    @Override
    public String toString() {
        return value;
    }
}
