package io.holdfast.runtime.ops;

import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;

/**
 * The time zones of ports: one setting for both the legal periods of the command side and the reports of the query
 * side.
 */
@AutoConfiguration
@EnableConfigurationProperties(PortZonesAutoConfiguration.Properties.class)
class PortZonesAutoConfiguration {
    /**
     * The zones that decide where days begin.
     *
     * @param zone the zone of ports without one of their own
     * @param zones zones by port code
     */
    @ConfigurationProperties("holdfast.clocks")
    record Properties(
            @DefaultValue("America/New_York") ZoneId zone,
            @DefaultValue Map<String, ZoneId> zones) {}

    @Bean
    PortZones portZones(Properties properties) {
        Map<PortCode, ZoneId> byPort = properties.zones().entrySet().stream()
                .collect(Collectors.toMap(entry -> new PortCode(entry.getKey()), Map.Entry::getValue));
        return new PortZones(properties.zone(), byPort);
    }
}
