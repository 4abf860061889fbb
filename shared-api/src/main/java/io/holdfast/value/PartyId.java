package io.holdfast.value;

import java.util.regex.Pattern;

/** A declarant, importer, seller or carrier, as identified by the declaring system. */
public record PartyId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    /** @throws InvalidValueException unless the value is 1 to 64 letters, digits or any of . _ / - */
    public PartyId {
        Check.matching(value, "party", SHAPE, "1 to 64 letters, digits or any of . _ / -");
    }

    @Override
    public String toString() {
        return value;
    }
}
