package io.holdfast.projection.reporting;

import java.time.YearMonth;

/** Months and fiscal years. */
public final class FiscalCalendar {
    private static final int OCTOBER = 10;

    private FiscalCalendar() {}

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
