package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long what ended at a port on a day there had taken.
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
