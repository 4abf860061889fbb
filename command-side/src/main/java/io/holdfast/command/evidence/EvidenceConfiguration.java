package io.holdfast.command.evidence;

import io.holdfast.runtime.evidence.EvidenceFiles;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the intake of files. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {
    @Bean
    EvidenceDesk evidenceDesk(EvidenceFiles files, EvidenceProperties properties) {
        return new EvidenceDesk(files, properties, System::nanoTime);
    }

    @Bean
    WhenNoEventNamesAFileThenRemoveIt whenNoEventNamesAFileThenRemoveIt(
            EvidenceFiles files, EventStore log, Clock clock, EvidenceProperties properties) {
        return new WhenNoEventNamesAFileThenRemoveIt(files, log, clock, System::nanoTime, properties);
    }
}
