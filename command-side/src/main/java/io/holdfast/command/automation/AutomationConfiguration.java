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
        return new ClockRound(new ClockKeeper(log, book), new ClockTasks(book, commands), clock);
    }
}
