package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.StringValue;
import java.util.regex.Pattern;

/** A note, piece of evidence, custody transfer, referral or arrest in a case. */
public record EntryId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** @throws io.holdfast.value.InvalidValueException unless the value is 1 to 64 letters, digits or any of _ - */
    public EntryId {
        Check.matching(value, "entryId", SHAPE, "1 to 64 letters, digits or any of _ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
