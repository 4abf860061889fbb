package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.LegalPeriods;
import io.holdfast.command.shipment.domain.calendar.BusinessCalendar;
import io.holdfast.value.PortZones;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How legal periods are counted, apart from the time zones of ports. A change applies to clocks that start afterwards;
 * running clocks keep their dates.
 *
 * @param weekend days of the week that are not business days
 * @param federalHolidays whether the public holidays of the United States are excluded from the business days
 * @param closed further days that are not business days
 * @param open days that are business days regardless of the other settings
 * @param warnOnLastBusinessDays on how many of the last of five business days the case is under warning
 * @param warnOnLastDays on how many of the last of thirty days the case is under warning
 */
@ConfigurationProperties("holdfast.clocks")
record ClockProperties(
        @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> weekend,
        @DefaultValue("true") boolean federalHolidays,
        @DefaultValue Set<LocalDate> closed,
        @DefaultValue Set<LocalDate> open,
        @DefaultValue("2") int warnOnLastBusinessDays,
        @DefaultValue("5") int warnOnLastDays) {

    LegalPeriods periods(PortZones zones) {
        return new LegalPeriods(
                new BusinessCalendar(weekend, federalHolidays, closed, open),
                zones,
                warnOnLastBusinessDays,
                warnOnLastDays);
    }
}
