package io.holdfast.command.shipment.domain.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public holidays of the United States under 5 USC 6103(a), as in force since 2021, on the days on which they are
 * observed: a holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after (5 USC
 * 6103(b), Executive Order 11582). Inauguration Day is not included: it applies around Washington only.
 */
final class FederalHolidays {
    private static final int JUNETEENTH_SINCE = 2021;

    private FederalHolidays() {}

    /** Whether offices are closed for a holiday on this day; New Year's Day may be observed in the previous year. */
    static boolean isObservedOn(LocalDate day) {
        return of(day.getYear()).contains(day)
                || observed(LocalDate.of(day.getYear() + 1, Month.JANUARY, 1)).equals(day);
    }

    /** The observed holidays of a year, in order. */
    static Set<LocalDate> of(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(observed(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(nth(year, Month.JANUARY, 3, MONDAY)); // Martin Luther King
        days.add(nth(year, Month.FEBRUARY, 3, MONDAY)); // Washington
        days.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY))); // Memorial Day
        if (year >= JUNETEENTH_SINCE) {
            days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        days.add(observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(nth(year, Month.SEPTEMBER, 1, MONDAY)); // Labor Day
        days.add(nth(year, Month.OCTOBER, 2, MONDAY)); // Columbus Day
        days.add(observed(LocalDate.of(year, Month.NOVEMBER, 11)));
        days.add(nth(year, Month.NOVEMBER, 4, THURSDAY)); // Thanksgiving
        days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static LocalDate nth(int year, Month month, int n, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(n, day));
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
        };
    }
}
