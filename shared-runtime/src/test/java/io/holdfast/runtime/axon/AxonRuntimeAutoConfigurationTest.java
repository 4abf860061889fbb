package io.holdfast.runtime.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.Claim;
import io.holdfast.shipment.event.ShipmentEvent.Claimed;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AxonRuntimeAutoConfigurationTest {
    private static final Actor INSPECTOR = new Actor(
            new UserId("jane"),
            Set.of(Role.INSPECTOR, Role.ANALYST),
            new PortCode("2304"),
            PortScope.only(new PortCode("2304"), new PortCode("2402")),
            "10.0.0.7");

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("holdfast.security.jwt-issuer=https://id.example.gov");

    @Test
    void axon_writes_with_our_serializers() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            Configuration axon = context.getBean(Configuration.class);
            assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
            assertThat(axon.serializer()).isSameAs(context.getBean("defaultSerializer"));
            assertThat(axon.messageSerializer()).isSameAs(axon.serializer());
        });
    }

    @Test
    void the_actor_of_a_command_reaches_its_handler_and_its_events_but_the_scope_stays() {
        application.run(context -> {
            List<EventMessage<?>> published = new CopyOnWriteArrayList<>();
            context.getBean(EventBus.class).subscribe(published::addAll);
            CommandMessage<?> command = new GenericCommandMessage<>(
                    new Claim(new ShipmentId("S-1")), ActorMetaData.of(INSPECTOR, "correlation-1"));

            Actor seen = context.getBean(CommandGateway.class).sendAndWait(command);

            assertThat(seen).isEqualTo(INSPECTOR);
            MetaData metaData = published.getFirst().getMetaData();
            assertThat(metaData)
                    .containsEntry(MetadataKeys.ACTOR, "jane")
                    .containsEntry(MetadataKeys.ROLES, "ANALYST,INSPECTOR")
                    .containsEntry(MetadataKeys.PORT, "2304")
                    .containsEntry(MetadataKeys.ADDRESS, "10.0.0.7")
                    .containsEntry(MetadataKeys.CORRELATION_ID, "correlation-1")
                    .containsEntry(MetadataKeys.CAUSATION_ID, command.getIdentifier())
                    .hasSize(6);
        });
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Claims claims(EventGateway events) {
            return new Claims(events);
        }
    }

    /** Publishes the claiming actor, and returns it. */
    static class Claims {
        private final EventGateway events;

        Claims(EventGateway events) {
            this.events = events;
        }

        @CommandHandler
        Actor handle(Claim claim, Actor actor) {
            events.publish(new Claimed(claim.shipmentId(), actor.id(), null, Instant.EPOCH));
            return actor;
        }
    }
}
