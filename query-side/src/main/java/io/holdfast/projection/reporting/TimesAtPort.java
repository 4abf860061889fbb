package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Durations of what ended at a port on one day, in the port's time zone.
 *
 * @param took by unit and kind as text, such as {@code 2704 EXAM INTENSIVE}
 */
public record TimesAtPort(LocalDate day, PortCode port, Map<String, DurationHistogram> took) {
    public TimesAtPort {
        took = Collections.unmodifiableMap(new TreeMap<>(took));
    }

    String id() {
        return day + "|" + port.value();
    }

    TimesAtPort plus(String unit, Map<TimeKind, DurationHistogram> more) {
        var sum = new TreeMap<>(took);
        more.forEach((kind, minutes) -> sum.merge(unit + " " + kind.text(), minutes, DurationHistogram::plus));
        return new TimesAtPort(day, port, sum);
    }
}
