package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks for value types, commands and events. Each throws an {@link InvalidValueException} that names the field. */
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
     * Checks and normalises a text that may have several lines ({@link Text#lines}). Refuses null, a text without any
     * legible character, control characters, unpaired surrogates and, after normalisation, more than {@code max}
     * characters (UTF-16).
     */
    public static String text(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::lines, name, max);
    }

    /** Like {@link #text}, for a single line: names, places, references. */
    public static String line(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::line, name, max);
    }

    /** Like {@link #line}, in upper case, which can be longer than the text in lower case. */
    public static String capitals(@Nullable String value, String name, int max) {
        return inForm(present(value, name), Text::capitals, name, max);
    }

    /** Like {@link #text}, for an optional value; a text without any legible character counts as absent. */
    public static @Nullable String optionalText(@Nullable String value, String name, int max) {
        return value == null || isNothing(value) ? null : text(value, name, max);
    }

    /** Like {@link #line}, for an optional value; a text without any legible character counts as absent. */
    public static @Nullable String optionalLine(@Nullable String value, String name, int max) {
        return value == null || isNothing(value) ? null : line(value, name, max);
    }

    /** Checks an expression such as a condition: blanks are left as they are, and invisible characters are refused. */
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

    /** Refuses NaN and infinity, which JSON cannot represent. */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value) && !OnRecord.isRead()) {
            throw new InvalidValueException(name, "must be a number");
        }
        return value;
    }

    /**
     * Refuses a value that does not match {@code pattern} as a whole; {@code expected} describes a valid value in
     * words.
     */
    public static String matching(@Nullable String value, String name, Pattern pattern, String expected) {
        String given = present(value, name);
        if (!pattern.matcher(given).matches()) {
            throw new InvalidValueException(name, "must be " + expected + ", is \"" + abbreviated(given) + "\"");
        }
        return given;
    }

    /**
     * Refuses null, negative numbers, numbers above 10<sup>15</sup> and more than 18 decimals. That still accepts a
     * decimal with binary floating-point noise ({@code 241.58000000000004}), and 34 significant digits are enough to
     * hold it.
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
     * Whether texts differ after normalisation by {@link Text}; refuses those that do not. When reading what is on
     * record, texts that were stored as different stay different.
     *
     * @param differ whether they still differ after normalisation
     */
    public static boolean differ(boolean differ, String name) {
        if (!differ && !OnRecord.isRead()) {
            throw new InvalidValueException(name, "must differ by more than blanks and what cannot be seen");
        }
        return differ;
    }

    /** Refuses null, an empty collection and more than {@code max} elements; returns a copy. */
    public static <T> List<T> notEmpty(@Nullable Collection<T> values, String name, int max) {
        List<T> copy = atMost(values, name, max);
        if (copy.isEmpty()) {
            throw new InvalidValueException(name, "must not be empty");
        }
        return copy;
    }

    /** Treats null as an empty collection; refuses null elements and more than {@code max} elements; returns a copy. */
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
