package io.holdfast.command.automation;

import io.holdfast.command.shipment.ShipmentCommands;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the automations. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AutomationConfiguration {
    @Bean
    ClockScheduler clockRound(EventStore log, ClockBook book, ShipmentCommands commands, Clock clock) {
        var parking = new ParkedClocks(log, book, clock);
        return new ClockScheduler(
                new ClockBookUpdater(log, book, parking), parking, new ClockTasks(book, parking, commands), clock);
    }

    @Bean
    LegalClocks legalClocks(ClockBook book, ClockScheduler round, Clock clock) {
        return new LegalClocks(book, round, clock);
    }
}
