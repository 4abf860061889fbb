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

/** The zones of ports, one setting for the legal periods of the one side and the reports of the other. */
@AutoConfiguration
@EnableConfigurationProperties(PortZonesAutoConfiguration.Properties.class)
class PortZonesAutoConfiguration {
    /**
     * Where days begin.
     *
     * @param zone for ports without a zone of their own
     * @param zones by the code of the port
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
