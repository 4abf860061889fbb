package io.holdfast.command.automation;

import io.holdfast.command.shipment.ShipmentCommands;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires what happens by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AutomationConfiguration {
    @Bean
    ClockRound clockRound(EventStore log, ClockBook book, ShipmentCommands commands, Clock clock) {
        var parking = new ClockParking(log, book, clock);
        return new ClockRound(
                new ClockKeeper(log, book, parking), parking, new ClockTasks(book, parking, commands), clock);
    }

    @Bean
    LegalClocks legalClocks(ClockBook book, ClockRound round, Clock clock) {
        return new LegalClocks(book, round, clock);
    }
}
