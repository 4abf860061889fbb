package io.holdfast.value;

import java.util.regex.Pattern;

/**
 * A place (UN/ECE Recommendation 16): two letters for the country and three characters for the place, letters or 2 to
 * 9.
 */
public record UnLocode(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    /** @throws InvalidValueException unless the value is a UN/LOCODE: two letters of country and three of place */
    public UnLocode {
        Check.matching(value, "unLocode", SHAPE, "a UN/LOCODE: two letters of country and three of place");
    }

    @Override
    public String toString() {
        return value;
    }
}
