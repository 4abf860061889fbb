package io.holdfast.value;

import java.util.regex.Pattern;

/**
 * A port of entry or customs office, in the code of its administration (US: Schedule D, four digits; WCO data model
 * 065: up to 17 characters).
 */
public record PortCode(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{1,17}");

    /** @throws InvalidValueException unless the value is 1 to 17 upper-case letters or digits */
    public PortCode {
        Check.matching(value, "port", SHAPE, "1 to 17 upper-case letters or digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
