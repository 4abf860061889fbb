package io.holdfast.command.shipment.domain;

import io.holdfast.command.shipment.domain.calendar.BusinessCalendar;
import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.ClockStarted;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * How legal periods are counted: in days of the port, starting the day after; the last day counts to its end. The
 * lengths of the periods are set by law and cannot be configured; the business days and the time of warnings can.
 *
 * @param lastBusinessDays on how many of the last business days of a period the case is under warning, 1 to 5
 * @param lastDays on how many of its last days, for a period of 30 days, 1 to 30
 */
public record LegalPeriods(BusinessCalendar calendar, PortZones zones, int lastBusinessDays, int lastDays) {
    /**
     * Federal holidays, days of New York, a warning on the last two business days and on the last five of thirty days.
     */
    public static final LegalPeriods REGULAR =
            new LegalPeriods(BusinessCalendar.FEDERAL, new PortZones(ZoneId.of("America/New_York"), Map.of()), 2, 5);

    private static final int BUSINESS_DAYS = 5;
    private static final int DAYS = 30;

    /** @throws IllegalArgumentException for a warning longer than the period */
    public LegalPeriods {
        if (lastBusinessDays < 1 || lastBusinessDays > BUSINESS_DAYS || lastDays < 1 || lastDays > DAYS) {
            throw new IllegalArgumentException("a warning must be on the last 1 to " + BUSINESS_DAYS
                    + " business days and on the last 1 to " + DAYS + " days");
        }
    }

    /** A period of five business days after the day of {@code from}. */
    ClockStarted businessDays(ShipmentId shipment, PortCode port, LegalClock clock, Instant from, Instant now) {
        LocalDate day = zones.day(port, from);
        LocalDate last = calendar.plus(day, BUSINESS_DAYS);
        LocalDate warned = calendar.plus(day, BUSINESS_DAYS - lastBusinessDays + 1);
        return new ClockStarted(shipment, clock, zones.end(port, last), zones.start(port, warned), now);
    }

    /** A period of thirty days after the day of {@code from}. */
    ClockStarted days(ShipmentId shipment, PortCode port, LegalClock clock, Instant from, Instant now) {
        LocalDate last = zones.day(port, from).plusDays(DAYS);
        Instant warned = zones.start(port, last.minusDays(lastDays - 1L));
        return new ClockStarted(shipment, clock, zones.end(port, last), warned, now);
    }

    /** A period that ends at the given time. */
    ClockStarted until(ShipmentId shipment, LegalClock clock, Instant due, Instant now) {
        return new ClockStarted(shipment, clock, due, due.minus(Duration.ofDays(lastDays)), now);
    }
}
