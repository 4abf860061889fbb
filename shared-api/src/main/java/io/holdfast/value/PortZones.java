package io.holdfast.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which clock on the wall a port counts its days: those of its legal periods and those of its reports.
 *
 * @param otherwise the zone of ports that have none of their own
 */
public record PortZones(ZoneId otherwise, Map<PortCode, ZoneId> byPort) {
    public PortZones {
        byPort = Map.copyOf(byPort);
    }

    /** The day at this port; without one, where ports without a zone of their own are. */
    public LocalDate day(@Nullable PortCode port, Instant moment) {
        return LocalDate.ofInstant(moment, of(port));
    }

    /** The first moment of the day at this port; where clocks are put forward at midnight, the first that there is. */
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
