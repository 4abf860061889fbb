package io.holdfast.command.targeting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.eventstore.BlockEventStorageEngine;
import io.holdfast.eventstore.BlockEventStore;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** One node of the command side, as far as targeting goes, on an event log that it shares with others. */
final class Node implements AutoCloseable {
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T16:00:00Z"));
    /** How often the series was read. */
    final AtomicInteger reads = new AtomicInteger();
    /** What reading the series throws, if anything. */
    final AtomicReference<RuntimeException> outage = new AtomicReference<>();

    final ActiveRuleSet rules;
    final CommandGateway commands;
    private final MongoClient client;
    private final EventStore events;
    private final Configuration axon;

    Node(String connectionString, String database) {
        client = MongoClients.create(connectionString);
        var engine = BlockEventStorageEngine.builder().client(client).database(database);
        var serializer = Jackson3Serializer.builder().build();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        events = BlockEventStore.builder(engine.build()).build();
        Clock clock = new Ticking();
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(_ -> events)
                .configureSerializer(_ -> serializer)
                .configureCorrelationDataProviders(_ -> List.of(new SimpleCorrelationDataProvider(MetadataKeys.ACTOR)))
                .registerComponent(Clock.class, _ -> clock)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(RuleSetAggregate.class)
                        .configureCommandTargetResolver(
                                _ -> _ -> new VersionedAggregateIdentifier(RuleSetCommand.SERIES, null)))
                .start();
        commands = axon.commandGateway();
        rules = new ActiveRuleSet(watched(), clock);
        events.subscribe(rules::published);
    }

    private final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private EventStore watched() {
        return (EventStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EventStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("readEvents")) {
                        reads.incrementAndGet();
                        if (outage.get() != null) {
                            throw outage.get();
                        }
                    }
                    try {
                        return method.invoke(events, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    void send(RuleSetCommand command) {
        commands.sendAndWait(command);
    }

    /** What the application does before it serves anybody. */
    void start(RuleSet defaults) {
        new WhenNoRulesActiveThenActivateDefault(rules, commands, () -> defaults).start();
    }

    /** Writes history as another release could have done. */
    void append(long sequence, RuleSetEvent event) {
        events.publish(new GenericDomainEventMessage<>("RuleSetAggregate", RuleSetCommand.SERIES, sequence, event));
    }

    List<RuleSetEvent> history() {
        return events.readEvents(RuleSetCommand.SERIES)
                .asStream()
                .<RuleSetEvent>map(message -> (RuleSetEvent) message.getPayload())
                .toList();
    }

    @Override
    public void close() {
        axon.shutdown();
        client.close();
    }
}
