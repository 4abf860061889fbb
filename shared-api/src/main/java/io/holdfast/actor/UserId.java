package io.holdfast.actor;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person or system that acts, as the identity provider names it: JWT claim {@code sub}, to the letter, because a subject is
 * case-sensitive (OpenID Connect Core 1.0, section 2). Nothing is trimmed, folded or replaced: what has another form is refused.
 */
public record UserId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:|-]{0,127}");

    /** The system itself. */
    public static final UserId SYSTEM = new UserId("holdfast");

    /** In lower case: the system, and words that mean somebody else or nobody in questions and logs. */
    private static final Set<String> RESERVED =
            Set.of(SYSTEM.value(), "system", "me", "none", "nobody", "anonymous", "anonymoususer");

    /** @throws InvalidValueException unless the value is 1 to 128 letters, digits or any of . _ @ : | - */
    public UserId {
        Check.matching(value, "userId", SHAPE, "1 to 128 letters, digits or any of . _ @ : | -");
    }

    /** Whether this is no person's name, in any case. The log may hold such names from before they were reserved. */
    public boolean isReserved() {
        return RESERVED.contains(value.toLowerCase(Locale.ROOT));
    }

    /**
     * The same name, when it can be a person's.
     *
     * @param field that holds it
     * @throws InvalidValueException for a reserved one
     */
    public UserId ofPerson(String field) {
        if (isReserved()) {
            throw new InvalidValueException(field, "must be a person's name, is the reserved \"" + value + "\"");
        }
        return this;
    }

    /**
     * Whether a second person must not be this one: names that differ in case only count as one person where two are required.
     * Wrongly taking two for one asks for a third; the other error would let one decide alone.
     */
    public boolean mayBe(UserId other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
