package io.holdfast.projection.reporting.web;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.query.ReportConsistency;
import io.holdfast.query.ReportDaily;
import io.holdfast.query.ReportTimes;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a report over days. The days of each port are in its own time zone.
 *
 * @param from the first day; 30 days are reported by default
 * @param to the last day, today at the port by default; at most 366 days in all
 * @param port only this port
 */
record PeriodParameters(
        @Nullable String from,
        @Nullable String to,
        @Nullable String port) {
    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private record Period(LocalDate first, LocalDate last) {}

    /**
     * The query for the daily report.
     *
     * @throws BadParameterException if a parameter is invalid
     */
    ReportDaily question(PortScope scope, ReportDays days) {
        Period period = period(days);
        return new ReportDaily(period.first(), period.last(), scope, portCode());
    }

    /**
     * The query for the report of durations.
     *
     * @throws BadParameterException if a parameter is invalid
     */
    ReportTimes times(PortScope scope, boolean byUnit, ReportDays days) {
        Period period = period(days);
        return new ReportTimes(period.first(), period.last(), scope, portCode(), byUnit);
    }

    /**
     * The query for the consistency report.
     *
     * @throws BadParameterException if a parameter is invalid
     */
    ReportConsistency consistency(PortScope scope, ReportDays days) {
        Period period = period(days);
        return new ReportConsistency(period.first(), period.last(), scope, portCode());
    }

    private @Nullable PortCode portCode() {
        return Parameter.optional("port", port, PortCode::new);
    }

    private Period period(ReportDays days) {
        LocalDate lastGiven = Parameter.date("to", to);
        LocalDate last = lastGiven == null ? days.today(portCode()) : lastGiven;
        LocalDate firstGiven = Parameter.date("from", from);
        LocalDate first = firstGiven == null ? last.minusDays(USUAL_DAYS - 1) : firstGiven;
        if (first.isAfter(last)) {
            throw new BadParameterException("from", "must not be after to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            throw new BadParameterException("from", "must begin a period of at most " + LONGEST_DAYS + " days");
        }
        return new Period(first, last);
    }
}
