package io.holdfast.projection.reporting;

import java.time.YearMonth;

/** Months and fiscal years. */
public final class FiscalCalendar {
    private static final int OCTOBER = 10;

    private FiscalCalendar() {}

    /**
     * The fiscal year (31 USC 1102) of a month: it begins in October and is named after the calendar year in which it
     * ends.
     */
    public static int year(YearMonth month) {
        return month.getMonthValue() >= OCTOBER ? month.getYear() + 1 : month.getYear();
    }

    /** The first month of the fiscal year: October of the calendar year before. */
    static YearMonth firstMonth(int year) {
        return YearMonth.of(year - 1, OCTOBER);
    }

    /** The last month of the fiscal year: September. */
    static YearMonth lastMonth(int year) {
        return YearMonth.of(year, OCTOBER - 1);
    }
}
