package io.holdfast.command.automation;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.CommandSideApplication;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.command.shipment.domain.Cases;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.*;
import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A separate command side with a clock that the test moves; its automations run only when the test says so. */
final class CommandNode implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private CommandNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static CommandNode start(String mongo, Clock clock) {
        return new CommandNode(new SpringApplicationBuilder(CommandSideApplication.class)
                .profiles("demo")
                .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                .run(
                        "--spring.mongodb.uri=" + mongo,
                        "--server.port=0",
                        "--holdfast.clocks.interval=PT1000H",
                        "--holdfast.clocks.zones.2704=America/Los_Angeles"));
    }

    void round() {
        context.getBean(ClockScheduler.class).go();
    }

    LegalClocks clocks() {
        return context.getBean(LegalClocks.class);
    }

    void send(ShipmentCommand command, Actor actor) {
        context.getBean(ShipmentCommands.class).send(command, actor, null);
    }

    /** Opens a case, and holds it. */
    void held(ShipmentId id, String port) {
        send(new TargetShipment(id, Cases.declaration(id, port), SelectionBasis.MANUAL, "a tip"), Cases.SUE);
        send(new PlaceHold(id, new HoldId("h1"), HoldType.MANIFEST, null, "check", "Pier 4"), Cases.ANN);
    }

    /** Opens a case, and presents its goods. */
    void presented(ShipmentId id, String port) {
        held(id, port);
        send(new OrderExam(id, new ExamId("e1"), ExamType.INTENSIVE, null, null), Cases.ANN);
        send(new StartExam(id, new ExamId("e1")), Cases.ANN);
    }

    List<ShipmentEvent> history(ShipmentId id) {
        return messages(id).stream()
                .map(message -> (ShipmentEvent) message.getPayload())
                .toList();
    }

    <E extends ShipmentEvent> List<E> history(ShipmentId id, Class<E> type) {
        return history(id).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The actors that caused the events of a type. */
    List<Object> actors(ShipmentId id, Class<? extends ShipmentEvent> type) {
        return messages(id).stream()
                .filter(message -> type.isInstance(message.getPayload()))
                .map(message -> message.getMetaData().get(MetadataKeys.ACTOR))
                .map(Object.class::cast)
                .toList();
    }

    private List<? extends DomainEventMessage<?>> messages(ShipmentId id) {
        return context.getBean(EventStore.class)
                .readEvents(id.value())
                .asStream()
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
