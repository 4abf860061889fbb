package io.holdfast.command.shipment.domain.calendar;

import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * By which clock on the wall a port counts its days.
 *
 * @param otherwise the zone of ports that have none of their own
 */
public record PortZones(ZoneId otherwise, Map<PortCode, ZoneId> byPort) {
    public PortZones {
        byPort = Map.copyOf(byPort);
    }

    /** The day at this port. */
    public LocalDate day(PortCode port, Instant moment) {
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

    private ZoneId of(PortCode port) {
        return byPort.getOrDefault(port, otherwise);
    }
}
