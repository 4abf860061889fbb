package io.holdfast.projection.reporting;

import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of exam decisions for shipments of a port on one day, in the port's time zone.
 *
 * @param decided by decision as text
 */
public record ExamsAtPort(LocalDate day, PortCode port, Map<String, Long> decided) {
    public ExamsAtPort {
        decided = Collections.unmodifiableMap(new TreeMap<>(decided));
    }

    String id() {
        return day + "|" + port.value();
    }

    ExamsAtPort plus(ExamDecision decision) {
        var sum = new TreeMap<>(decided);
        sum.merge(decision.text(), 1L, Long::sum);
        return new ExamsAtPort(day, port, sum);
    }
}
