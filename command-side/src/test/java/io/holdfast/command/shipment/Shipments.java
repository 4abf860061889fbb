package io.holdfast.command.shipment;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.command.shipment.domain.Lifecycle;
import io.holdfast.command.shipment.domain.Policies;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.declaration.ScreeningDecision;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The shipment aggregate in Axon's test fixture. */
final class Shipments {
    private Shipments() {}

    static FixtureConfiguration<ShipmentAggregate> fixture() {
        return fixture(Cases.NOW, new ScreeningDecision(Cases.SCREENING, SelectionBasis.RULES));
    }

    static FixtureConfiguration<ShipmentAggregate> fixture(Instant now, ScreeningDecision decision) {
        var commandDecision = new CommandDecision(
                new Lifecycle(Policies.REGULAR, _ -> decision, Cases.EVERYBODY), Clock.fixed(now, ZoneOffset.UTC));
        return new AggregateTestFixture<>(ShipmentAggregate.class)
                .registerCommandTargetResolver(ShipmentConfiguration.targets())
                .registerInjectableResource(commandDecision);
    }

    static MetaData by(Actor actor) {
        return ActorMetaData.of(actor, "c-1");
    }

    static MetaData by(Actor actor, long expectedVersion) {
        return by(actor).and(CommandDecision.EXPECTED_VERSION, expectedVersion);
    }
}
