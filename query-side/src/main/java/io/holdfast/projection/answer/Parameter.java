package io.holdfast.projection.answer;

import io.holdfast.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters from their text; errors name the parameter. An absent parameter is null. */
public final class Parameter {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private Parameter() {}

    /**
     * Parses an optional value.
     *
     * @throws BadParameterException if {@code read} refuses the value
     */
    public static <T> @Nullable T optional(String name, @Nullable String text, Function<String, T> read) {
        if (text == null) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (InvalidValueException refused) {
            throw new BadParameterException(name, refused.reason());
        }
    }

    /** @throws BadParameterException unless it is a whole number from {@code min} to {@code max} */
    public static int number(String name, @Nullable String text, int min, int max, int otherwise) {
        Integer number = optionalNumber(name, text, min, max);
        return number == null ? otherwise : number;
    }

    /** @throws BadParameterException unless it is a whole number from {@code min} to {@code max} */
    public static @Nullable Integer optionalNumber(String name, @Nullable String text, int min, int max) {
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new BadParameterException(name, "must be a whole number from " + min + " to " + max);
    }

    /** A fiscal or calendar year. */
    public static int year(String name, @Nullable String text, int otherwise) {
        return number(name, text, FIRST_YEAR + 1, LAST_YEAR, otherwise);
    }

    /**
     * A boolean, false if absent.
     *
     * @throws BadParameterException unless it is {@code true} or {@code false}
     */
    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new BadParameterException(name, "must be true or false");
    }

    /** @throws BadParameterException unless it is a date such as 2026-11-24 in a year from 1970 to 9998 */
    public static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            throw new BadParameterException(name, "must be a date in a year from 1970 to 9998");
        } catch (DateTimeException notADate) {
            throw new BadParameterException(name, "must be a date such as 2026-11-24");
        }
    }

    /**
     * Whether the order is {@code newest} first.
     *
     * @throws BadParameterException unless it is {@code newest} or {@code oldest}
     */
    public static boolean newestFirst(@Nullable String order, boolean otherwise) {
        return switch (order) {
            case null -> otherwise;
            case "newest" -> true;
            case "oldest" -> false;
            default -> throw new BadParameterException("order", "must be newest or oldest");
        };
    }

    /**
     * Refuses paging parameters for an export, which is always complete.
     *
     * @throws BadParameterException if a cursor or a limit is given
     */
    public static void refusePaging(@Nullable String cursor, @Nullable String limit) {
        if (cursor != null) {
            throw new BadParameterException("cursor", "is for pages of JSON; an export is whole");
        }
        if (limit != null) {
            throw new BadParameterException("limit", "is for pages of JSON; an export is whole");
        }
    }

    /**
     * A moment, or the start of a day in UTC.
     *
     * @throws BadParameterException if it is neither
     */
    public static @Nullable Instant moment(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException _) {
            throw new BadParameterException(
                    name, "must be a moment such as 2026-11-24T09:30:00Z or a day such as 2026-11-24 (ISO 8601)");
        }
    }

    /** An enum constant, written in lower case with hyphens. */
    public static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(name, "must be one of " + all(type)));
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Parameter::written).collect(Collectors.joining(", "));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
