package io.holdfast.value;

import java.util.regex.Pattern;

/** A carrier (Standard Carrier Alpha Code, NMFTA): two to four upper-case letters. */
public record Scac(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,4}");

    /** @throws InvalidValueException unless the value is two to four upper-case letters (SCAC) */
    public Scac {
        Check.matching(value, "scac", SHAPE, "two to four upper-case letters (SCAC)");
    }

    @Override
    public String toString() {
        return value;
    }
}
