package io.holdfast.runtime.securitylog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is recorded, and how much may wait.
 *
 * @param reads path patterns of controllers whose answered GET requests are recorded; empty for none
 * @param waiting so many entries may wait for the database; more are dropped and counted
 */
@ConfigurationProperties("holdfast.security-log")
record SecurityLogProperties(
        @DefaultValue({"/api/v1/shipments/{id}", "/api/v1/shipments/{id}/diff", "/api/v1/shipments/{id}/audit"})
        List<String> reads,

        @DefaultValue("10000") int waiting) {
    SecurityLogProperties {
        reads = List.copyOf(reads);
    }
}
