package io.holdfast.projection.reporting.web;

import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the current day, for periods without an end date. */
@Component
class ReportDays {
    private final PortZones zones;
    private final Clock clock;

    ReportDays(PortZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** Today at this port; without a port, in the default time zone of ports that have none of their own. */
    LocalDate today(@Nullable PortCode port) {
        return zones.day(port, clock.instant());
    }
}
