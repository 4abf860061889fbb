package io.holdfast.projection.reporting.web;

import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which day it is, for periods that are asked for without an end. */
@Component
class ReportDays {
    private final PortZones zones;
    private final Clock clock;

    ReportDays(PortZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** At this port; without one, where ports without a zone of their own are. */
    LocalDate today(@Nullable PortCode port) {
        return zones.day(port, clock.instant());
    }
}
