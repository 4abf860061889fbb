package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /**
     * A text that may have several lines, in the form of {@link Text#lines}. Refuses null, a text in which there is nothing to
     * read, control characters, halves of characters and, once it has its form, more than {@code max} characters (UTF-16).
     */
    public static String text(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::lines, name, max);
    }

    /** As {@link #text}, of one line: names, places, references. */
    public static String line(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::line, name, max);
    }

    /** As {@link #line}, in capitals, of which there can be more than small letters. */
    public static String capitals(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::capitals, name, max);
    }

    /** As {@link #text}, where the value may be absent; one in which there is nothing to read counts as absent. */
    public static @Nullable String optionalText(@Nullable String value, String name, int max) {
        return value == null || isNothing(value) ? null : text(value, name, max);
    }

    /** As {@link #line}, where the value may be absent; one in which there is nothing to read counts as absent. */
    public static @Nullable String optionalLine(@Nullable String value, String name, int max) {
        return value == null || isNothing(value) ? null : line(value, name, max);
    }

    /** Something to be computed, such as a condition: its blanks are its own, and what cannot be seen is refused. */
    public static String code(@Nullable String value, String name, int max) {
        String code = inForm(present(value, name), given -> Text.composed(given.strip()), name, max);
        if (Text.hasInvisible(code) && !OnRecord.isRead()) {
            throw new InvalidValueException(name, "must not contain characters that cannot be seen");
        }
        return code;
    }

    private static String inForm(String value, UnaryOperator<String> form, String name, int max) {
        String text = form.apply(value);
        String refusal = refusal(text, max);
        if (refusal == null) {
            return text;
        }
        if (OnRecord.isRead() && !value.isBlank()) {
            return text.isEmpty() ? value : text;
        }
        throw new InvalidValueException(name, refusal);
    }

    private static @Nullable String refusal(String text, int max) {
        if (text.isEmpty()) {
            return "is required";
        }
        if (text.length() > max) {
            return "must have at most " + max + " characters, has " + text.length();
        }
        if (hasControls(text)) {
            return "must not contain control characters";
        }
        if (!Text.isWhole(text)) {
            return "must not contain half of a character (a surrogate without its other)";
        }
        return Text.isLegible(text) ? null : "must have something in it that can be read";
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    private static boolean isNothing(String value) {
        return value.isBlank() || !Text.isLegible(value) && Text.isWhole(value) && !hasControls(value);
    }

    /** Refuses what is not a number: infinity has no JSON. */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value) && !OnRecord.isRead()) {
            throw new InvalidValueException(name, "must be a number");
        }
        return value;
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

    /**
     * Refuses texts that are one in the form of {@link Text}; false on record, where those that were told apart stay apart.
     *
     * @param differ whether they still differ in that form
     */
    public static boolean differ(boolean differ, String name) {
        if (!differ && !OnRecord.isRead()) {
            throw new InvalidValueException(name, "must differ by more than blanks and what cannot be seen");
        }
        return differ;
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
