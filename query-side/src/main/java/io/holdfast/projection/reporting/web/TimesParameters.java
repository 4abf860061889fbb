package io.holdfast.projection.reporting.web;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.ReportTimes;
import org.jspecify.annotations.Nullable;

/**
 * What a report of times is asked for with.
 *
 * @param from the first day; by default 30 days are reported
 * @param to the last day, today at the port by default; at most 366 days in all
 * @param port only this port
 * @param by {@code unit} also tells rows apart by the unit whose act ended it
 */
record TimesParameters(
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String by) {

    /** What else rows are told apart by. */
    private enum By {
        UNIT
    }

    /** @throws BadParameterException for what cannot be used */
    ReportTimes question(PortScope scope, ReportDays days) {
        boolean byUnit = by != null && Parameter.choice("by", by, By.class) == By.UNIT;
        return new PeriodParameters(from, to, port).times(scope, byUnit, days);
    }
}
