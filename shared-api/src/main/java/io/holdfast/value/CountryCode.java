package io.holdfast.value;

import java.util.regex.Pattern;

/**
 * A country (ISO 3166-1 alpha-2). Only the format is checked: the list of countries changes, but recorded history does
 * not.
 */
public record CountryCode(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

    /** @throws InvalidValueException unless the value is two upper-case letters (ISO 3166-1) */
    public CountryCode {
        Check.matching(value, "country", SHAPE, "two upper-case letters (ISO 3166-1)");
    }

    @Override
    public String toString() {
        return value;
    }
}
