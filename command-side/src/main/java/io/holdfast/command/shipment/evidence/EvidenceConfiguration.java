package io.holdfast.command.shipment.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Configures the upload of evidence. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {
    @Bean
    EvidenceService evidenceService(EvidenceFiles files, EvidenceProperties properties) {
        return new EvidenceService(files, properties, System::nanoTime);
    }

    @Bean
    OrphanedFileSweeper orphanedFileSweeper(
            EvidenceFiles files, EventStore log, Clock clock, EvidenceProperties properties) {
        return new OrphanedFileSweeper(files, log, clock, System::nanoTime, properties);
    }
}
