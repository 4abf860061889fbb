package io.holdfast.actor;

import io.holdfast.value.Check;
import io.holdfast.value.StringValue;
import java.util.regex.Pattern;

/** A person or system that acts, as the identity provider names it (JWT claim sub). */
public record UserId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:|-]{0,127}");

    /** @throws io.holdfast.value.InvalidValueException unless the value is 1 to 128 letters, digits or any of . _ @ : | - */
    public UserId {
        Check.matching(value, "userId", SHAPE, "1 to 128 letters, digits or any of . _ @ : | -");
    }

    @Override
    public String toString() {
        return value;
    }
}
