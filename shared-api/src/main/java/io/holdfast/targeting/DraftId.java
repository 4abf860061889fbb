package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.StringValue;
import java.util.regex.Pattern;

/** Identifies a draft of a rule set. */
public record DraftId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** @throws io.holdfast.value.InvalidValueException unless the value is 1 to 64 letters, digits or any of _ - */
    public DraftId {
        Check.matching(value, "draftId", SHAPE, "1 to 64 letters, digits or any of _ -");
    }

    /** The identifier of its event stream; no shipment can have the same one, nor can the series of rule sets. */
    public String stream() {
        return "targeting:draft:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
