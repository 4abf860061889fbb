package io.holdfast.projection.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Days, months and fiscal years of events, in UTC. */
public final class Fiscal {
    private static final int OCTOBER = 10;

    private Fiscal() {}

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The month that a moment belongs to. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }

    /** The fiscal year (31 USC 1102): October begins the year named after the next. */
    public static int year(YearMonth month) {
        return month.getMonthValue() >= OCTOBER ? month.getYear() + 1 : month.getYear();
    }

    /** October of the year before. */
    static YearMonth firstMonth(int year) {
        return YearMonth.of(year - 1, OCTOBER);
    }

    /** September. */
    static YearMonth lastMonth(int year) {
        return YearMonth.of(year, OCTOBER - 1);
    }
}
