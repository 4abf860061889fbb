package io.holdfast.projection.reporting;

import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.value.PortCode;
import java.time.LocalDate;

/** The events at a port on one day, in the port's time zone. */
public record DayAtPort(LocalDate day, PortCode port, Counts counts) {
    String id() {
        return day + "|" + port.value();
    }

    DayAtPort plus(Counts more) {
        return new DayAtPort(day, port, counts.plus(more));
    }
}
