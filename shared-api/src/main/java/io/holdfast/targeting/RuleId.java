package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.StringValue;
import java.util.regex.Pattern;

/** Identifies a targeting rule within a rule set. */
public record RuleId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** @throws io.holdfast.value.InvalidValueException unless the value is 1 to 64 lower-case letters, digits or - */
    public RuleId {
        Check.matching(value, "ruleId", SHAPE, "1 to 64 lower-case letters, digits or -");
    }

    @Override
    public String toString() {
        return value;
    }
}
