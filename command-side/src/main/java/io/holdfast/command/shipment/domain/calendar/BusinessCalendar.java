package io.holdfast.command.shipment.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The business days.
 *
 * @param weekend days of the week that never are business days
 * @param federalHolidays whether the public holidays of the United States are excluded
 * @param closed further days that are not business days
 * @param open days that are business days regardless of the other settings
 */
public record BusinessCalendar(
        Set<DayOfWeek> weekend, boolean federalHolidays, Set<LocalDate> closed, Set<LocalDate> open) {
    /** Monday to Friday without the federal holidays. */
    public static final BusinessCalendar FEDERAL =
            new BusinessCalendar(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), true, Set.of(), Set.of());

    /** @throws IllegalArgumentException when every day of the week is weekend */
    public BusinessCalendar {
        weekend = Set.copyOf(weekend);
        closed = Set.copyOf(closed);
        open = Set.copyOf(open);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week needs a business day");
        }
    }

    /** Whether offices are open. */
    public boolean isBusinessDay(LocalDate day) {
        if (open.contains(day)) {
            return true;
        }
        return !weekend.contains(day.getDayOfWeek())
                && !closed.contains(day)
                && !(federalHolidays && FederalHolidays.isObservedOn(day));
    }

    /**
     * The n-th business day after a day; the day itself does not count, even when it is a business day.
     *
     * @throws IllegalArgumentException unless {@code n} is positive
     */
    public LocalDate plus(LocalDate day, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("must be positive: " + n);
        }
        LocalDate next = day;
        for (int left = n; left > 0; ) {
            next = next.plusDays(1);
            if (isBusinessDay(next)) {
                left--;
            }
        }
        return next;
    }
}
