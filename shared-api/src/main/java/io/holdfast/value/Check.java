package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of value types, commands and events; each throws {@link InvalidValueException} that names the field. */
public final class Check {
    private Check() {}

    /** Refuses null. */
    public static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new InvalidValueException(name, "is required");
        }
        return value;
    }

    /** Refuses null, blank, control characters (line breaks are allowed) and more than {@code max} characters; strips. */
    public static String text(@Nullable String value, String name, int max) {
        String stripped = present(value, name).strip();
        if (stripped.isEmpty()) {
            throw new InvalidValueException(name, "is required");
        }
        if (stripped.length() > max) {
            throw new InvalidValueException(name, "must have at most " + max + " characters, has " + stripped.length());
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new InvalidValueException(name, "must not contain control characters");
        }
        return stripped;
    }

    /** As {@link #text}, where the value may be absent; a blank one counts as absent. */
    public static @Nullable String optionalText(@Nullable String value, String name, int max) {
        return value == null || value.isBlank() ? null : text(value, name, max);
    }

    /** Refuses what does not match the whole of {@code pattern}; {@code expected} says in words what would. */
    public static String matching(@Nullable String value, String name, Pattern pattern, String expected) {
        String given = present(value, name);
        if (!pattern.matcher(given).matches()) {
            throw new InvalidValueException(name, "must be " + expected + ", is \"" + abbreviated(given) + "\"");
        }
        return given;
    }

    /**
     * Refuses null, negative numbers and numbers beyond 10<sup>15</sup> or with more than 18 decimals: what binary floating
     * point makes of a decimal ({@code 241.58000000000004}) still passes, and 34 significant digits hold it.
     */
    public static BigDecimal quantity(@Nullable BigDecimal value, String name) {
        BigDecimal amount = present(value, name);
        if (amount.signum() < 0) {
            throw new InvalidValueException(name, "must not be negative");
        }
        if (amount.precision() - amount.scale() > 15) {
            throw new InvalidValueException(name, "must be below 10^15");
        }
        // An exponent such as 1e-999999999 would make every later sum explode.
        if (amount.scale() > 40) {
            throw new InvalidValueException(name, "must have at most 18 decimals");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > 18) {
            throw new InvalidValueException(name, "must have at most 18 decimals");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Refuses null, an empty collection and more than {@code max} elements; copies. */
    public static <T> List<T> notEmpty(@Nullable Collection<T> values, String name, int max) {
        List<T> copy = atMost(values, name, max);
        if (copy.isEmpty()) {
            throw new InvalidValueException(name, "must not be empty");
        }
        return copy;
    }

    /** An absent collection is an empty one; refuses null elements and more than {@code max} elements; copies. */
    public static <T> List<T> atMost(@Nullable Collection<T> values, String name, int max) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw new InvalidValueException(name, "must have at most " + max + " elements, has " + values.size());
        }
        for (T value : values) {
            present(value, name);
        }
        return List.copyOf(values);
    }

    private static String abbreviated(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
