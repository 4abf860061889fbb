package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.Colleagues;
import io.holdfast.command.shipment.domain.Colleagues.Colleague;
import io.holdfast.command.shipment.domain.Lifecycle;
import io.holdfast.command.targeting.Screener;
import io.holdfast.eventstore.api.LogReplacementListener;
import io.holdfast.runtime.security.SeenCallers;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.value.PortZones;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the shipment aggregate. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ShipmentProperties.class, ClockProperties.class})
class ShipmentConfiguration {
    @Bean
    CommandTargetResolver shipmentTargets() {
        return targets();
    }

    /** Routes each command to the shipment that it names. */
    static CommandTargetResolver targets() {
        return message -> switch (message.getPayload()) {
            case ShipmentCommand command -> new VersionedAggregateIdentifier(command.shipmentId(), null);
            case ScreenAgain again ->
                new VersionedAggregateIdentifier(again.declaration().shipmentId(), null);
            default -> throw new IllegalArgumentException(message.getCommandName() + " is not about a shipment");
        };
    }

    @Bean
    Cache shipmentCache(ShipmentProperties properties) {
        return new BoundedCache(properties.cachedCases());
    }

    @Bean
    LogReplacementListener shipmentsOfAnotherLog(Cache shipmentCache) {
        return shipmentCache::removeAll;
    }

    @Bean
    CommandDecision commandDecision(
            ShipmentProperties properties,
            ClockProperties clocks,
            PortZones zones,
            Screener screener,
            SeenCallers callers,
            Clock clock) {
        return new CommandDecision(
                new Lifecycle(properties.policies(clocks.periods(zones)), screener::screen, seen(callers)), clock);
    }

    private static Colleagues seen(SeenCallers callers) {
        return name -> callers.find(name).map(caller -> new Colleague(caller.roles(), caller.scope()));
    }

    @Bean
    TwoCases twoCases(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new TwoCases(() -> axon.getObject().repository(ShipmentAggregate.class));
    }

    @Bean
    ShipmentCommands shipmentCommands(CommandGateway gateway, Cache shipmentCache, EventStore log) {
        return new ShipmentCommands(gateway, shipmentCache, log);
    }
}
