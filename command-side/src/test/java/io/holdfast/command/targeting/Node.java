package io.holdfast.command.targeting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.eventstore.BlockEventStorageEngine;
import io.holdfast.eventstore.BlockEventStore;
import io.holdfast.runtime.security.ActorMetaData;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
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
public final class Node implements AutoCloseable {
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T16:00:00Z"));
    /** How often the series was read. */
    final AtomicInteger reads = new AtomicInteger();
    /** What reading the series throws, if anything. */
    final AtomicReference<RuntimeException> outage = new AtomicReference<>();

    public final ActiveRuleSet rules;
    public final Drafts drafts;
    public final CommandGateway commands;
    private final AtomicLong passed = new AtomicLong();
    private final MongoClient client;
    private final EventStore events;
    private final Configuration axon;

    private final String connectionString;
    private final String database;

    public Node(String connectionString, String database) {
        this.connectionString = connectionString;
        this.database = database;
        client = MongoClients.create(connectionString);
        var engine = BlockEventStorageEngine.builder().client(client).database(database);
        var serializer = Jackson3Serializer.builder().build();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        events = BlockEventStore.builder(engine.build()).build();
        drafts = new Drafts(events);
        Clock clock = new Ticking();
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(_ -> events)
                .configureSerializer(_ -> serializer)
                .configureCorrelationDataProviders(_ -> List.of(new SimpleCorrelationDataProvider(MetadataKeys.ACTOR)))
                .registerComponent(Clock.class, _ -> clock)
                .registerComponent(Drafts.class, _ -> drafts)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(RuleSetAggregate.class)
                        .configureCommandTargetResolver(
                                _ -> _ -> new VersionedAggregateIdentifier(RuleSetCommand.SERIES, null)))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(DraftAggregate.class)
                        .configureCommandTargetResolver(_ -> command -> DraftTargets.of(command.getPayload())))
                .start();
        commands = axon.commandGateway();
        rules = new ActiveRuleSet(watched(), drafts, clock, passed::get);
        events.subscribe(rules::published);
    }

    /** Another node on the same log. */
    Node another() {
        return new Node(connectionString, database);
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
        passed.addAndGet(time.toNanos());
    }

    /** As whoever sets the clock does; no time passes by it. */
    void setClockBack(Duration by) {
        now.updateAndGet(t -> t.minus(by));
    }

    void send(RuleSetCommand command) {
        commands.sendAndWait(command);
    }

    public void send(Object command, String user) {
        var actor = new Actor(new UserId(user), Set.of(Role.ANALYST), null, PortScope.all(), "local");
        commands.sendAndWait(new GenericCommandMessage<>(command, ActorMetaData.of(actor, "test")));
    }

    /** What the application does before it serves anybody. */
    public void start(RuleSet defaults) {
        new DefaultRuleSetActivation(rules, commands, () -> defaults).start();
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
