package io.holdfast.actor;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.StringValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The person or system that acts, as named by the identity provider: the exact JWT claim {@code sub}, which is
 * case-sensitive (OpenID Connect Core 1.0, section 2). Nothing is trimmed, folded or replaced; a name in any other form
 * is refused.
 */
public record UserId(String value) implements StringValue {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:|-]{0,127}");

    /** The system itself. */
    public static final UserId SYSTEM = new UserId("holdfast");

    /** In lower case: the system's own name, and words that queries and logs use for "somebody" or "nobody". */
    private static final Set<String> RESERVED =
            Set.of(SYSTEM.value(), "system", "me", "none", "nobody", "anonymous", "anonymoususer");

    /** @throws InvalidValueException unless the value is 1 to 128 letters, digits or any of . _ @ : | - */
    public UserId {
        Check.matching(value, "userId", SHAPE, "1 to 128 letters, digits or any of . _ @ : | -");
    }

    /**
     * Whether this name is reserved, ignoring case, and so cannot be a person's. The log may hold such names from
     * before they were reserved.
     */
    public boolean isReserved() {
        return RESERVED.contains(value.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns this name if it can be a person's.
     *
     * @param field the field that holds it, named in the exception
     * @throws InvalidValueException for a reserved name
     */
    public UserId ofPerson(String field) {
        if (isReserved()) {
            throw new InvalidValueException(field, "must be a person's name, is the reserved \"" + value + "\"");
        }
        return this;
    }

    /**
     * Whether this could be the same person as the other. Where two different people are required, names that differ
     * only in case count as one person. Wrongly treating two people as one only means asking a third; the opposite
     * mistake would let one person decide alone.
     */
    public boolean mayBe(UserId other) {
        return value.equalsIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
