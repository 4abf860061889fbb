package io.holdfast.projection.reporting.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the public statistic: what it says about a port besides its code.
 *
 * @param ports by port; missing values stay empty
 */
@ConfigurationProperties("holdfast.reports")
record ReportProperties(@DefaultValue Map<String, Place> ports) {
    static final Place UNKNOWN = new Place("", "", "", "");

    /**
     * A place, in the terms of the statistic.
     *
     * @param component such as {@code Office of Field Operations}
     * @param region such as {@code Southwest Border}
     * @param landFilter such as {@code Land Only}
     * @param area the field office or sector
     */
    record Place(
            @DefaultValue("") String component,
            @DefaultValue("") String region,
            @DefaultValue("") String landFilter,
            @DefaultValue("") String area) {}

    Place place(@Nullable String port) {
        return port == null ? UNKNOWN : ports.getOrDefault(port, UNKNOWN);
    }
}
