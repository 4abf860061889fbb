package io.holdfast.projection.reporting.web;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.ReportTimes;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a report of durations.
 *
 * @param from the first day; 30 days are reported by default
 * @param to the last day, today at the port by default; at most 366 days in all
 * @param port only this port
 * @param by {@code unit} also groups by the unit whose action ended it
 */
record TimesParameters(
        @Nullable String from,
        @Nullable String to,
        @Nullable String port,
        @Nullable String by) {

    /** The extra dimensions to group by. */
    private enum By {
        UNIT
    }

    /**
     * The query for the report of durations.
     *
     * @throws BadParameterException if a parameter is invalid
     */
    ReportTimes question(PortScope scope, ReportDays days) {
        boolean byUnit = by != null && Parameter.choice("by", by, By.class) == By.UNIT;
        return new PeriodParameters(from, to, port).times(scope, byUnit, days);
    }
}
