package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.LegalPeriods;
import io.holdfast.command.shipment.domain.calendar.BusinessCalendar;
import io.holdfast.command.shipment.domain.calendar.PortZones;
import io.holdfast.value.PortCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How legal periods are counted. A change counts for clocks that begin afterwards; those that run keep their dates.
 *
 * @param zone where days begin, for ports without a zone of their own
 * @param zones the zones of ports, by code
 * @param weekend days of the week that are no business days
 * @param federalHolidays whether the public holidays of the United States are no business days
 * @param closed further days that are none
 * @param open days that are business days nevertheless
 * @param warnOnLastBusinessDays on how many of the last of five business days the case is under warning
 * @param warnOnLastDays on how many of the last of thirty days
 */
@ConfigurationProperties("holdfast.clocks")
record ClockProperties(
        @DefaultValue("America/New_York") ZoneId zone,
        @DefaultValue Map<String, ZoneId> zones,
        @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> weekend,
        @DefaultValue("true") boolean federalHolidays,
        @DefaultValue Set<LocalDate> closed,
        @DefaultValue Set<LocalDate> open,
        @DefaultValue("2") int warnOnLastBusinessDays,
        @DefaultValue("5") int warnOnLastDays) {

    LegalPeriods periods() {
        Map<PortCode, ZoneId> byPort = zones.entrySet().stream()
                .collect(Collectors.toMap(entry -> new PortCode(entry.getKey()), Map.Entry::getValue));
        return new LegalPeriods(
                new BusinessCalendar(weekend, federalHolidays, closed, open),
                new PortZones(zone, byPort),
                warnOnLastBusinessDays,
                warnOnLastDays);
    }
}
