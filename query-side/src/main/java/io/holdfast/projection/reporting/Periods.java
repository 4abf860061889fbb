package io.holdfast.projection.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encodes years, months and days as numbers of four, six and eight digits: 2026, 202610, 20261005. Totals of years,
 * months and days add up to any day without reading one document for every past day.
 */
public final class Periods {
    /** A range of periods, both ends included; empty if the first is after the last. */
    public record Range(int first, int last) {
        boolean isEmpty() {
            return first > last;
        }
    }

    private static final int FIRST_YEAR = 1;

    private Periods() {}

    /** The month as a number, such as 202610. */
    public static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** The day as a number, such as 20261005. */
    public static int number(LocalDate day) {
        return number(YearMonth.from(day)) * 100 + day.getDayOfMonth();
    }

    /** The year, the month and the day that contain the day. */
    static List<Integer> of(LocalDate day) {
        return List.of(day.getYear(), number(YearMonth.from(day)), number(day));
    }

    /**
     * The ranges that together cover everything up to the end of the day: past years, past months of the year, days of
     * the month.
     */
    static List<Range> upTo(LocalDate day) {
        int month = number(YearMonth.from(day));
        return Stream.of(
                        new Range(FIRST_YEAR, day.getYear() - 1),
                        new Range(number(YearMonth.of(day.getYear(), 1)), month - 1),
                        new Range(month * 100 + 1, number(day)))
                .filter(range -> !range.isEmpty())
                .toList();
    }
}
