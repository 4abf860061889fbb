package io.holdfast.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of ports, which decide where days begin and end for legal periods and reports.
 *
 * @param otherwise the zone of ports that have none of their own
 */
public record PortZones(ZoneId otherwise, Map<PortCode, ZoneId> byPort) {
    public PortZones {
        byPort = Map.copyOf(byPort);
    }

    /** The local date at this port; without a port, in the default zone. */
    public LocalDate day(@Nullable PortCode port, Instant moment) {
        return LocalDate.ofInstant(moment, of(port));
    }

    /** The first moment of the day at this port; where clocks go forward at midnight, the first moment that exists. */
    public Instant start(PortCode port, LocalDate day) {
        return day.atStartOfDay(of(port)).toInstant();
    }

    /** The last millisecond of the day at this port, however long the day is. */
    public Instant end(PortCode port, LocalDate day) {
        return start(port, day.plusDays(1)).minus(1, ChronoUnit.MILLIS);
    }

    private ZoneId of(@Nullable PortCode port) {
        return port == null ? otherwise : byPort.getOrDefault(port, otherwise);
    }
}
