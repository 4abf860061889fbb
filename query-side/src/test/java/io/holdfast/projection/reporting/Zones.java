package io.holdfast.projection.reporting;

import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** Zones for tests of reports. */
public final class Zones {
    /** Every port in Greenwich, for tests in which time zones do not matter. */
    public static final PortZones UTC = new PortZones(ZoneOffset.UTC, Map.of());

    /** New York, and Los Angeles for port 2704. */
    static final PortZones COASTS = new PortZones(
            ZoneId.of("America/New_York"), Map.of(new PortCode("2704"), ZoneId.of("America/Los_Angeles")));

    private Zones() {}
}
