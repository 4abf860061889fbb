package io.holdfast.command.targeting;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
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
import java.util.concurrent.CompletableFuture;
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
import org.bson.Document;

/** The targeting part of one command node, on an event log shared with other nodes. */
public final class Node implements AutoCloseable {
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T16:00:00Z"));
    /** How often the series of versions was read. */
    final AtomicInteger reads = new AtomicInteger();
    /** The exception thrown when the series is read, if any. */
    final AtomicReference<RuntimeException> outage = new AtomicReference<>();

    /**
     * Runs once, on another thread, at the next call of the clock: after a command has read the log and before it
     * writes.
     */
    final AtomicReference<Runnable> whenAsked = new AtomicReference<>(() -> {});

    public final ActiveRuleSet rules;
    public final Drafts drafts;
    private final RememberedStreams<RuleSetEvent, Series> versions;
    public final CommandGateway commands;
    private final AtomicLong passed = new AtomicLong();
    private final MongoClient client;
    final EventStore events;
    /** Counts the database's replies to reads. */
    final Replies replies = new Replies();

    private final Configuration axon;

    private final String connectionString;
    private final String database;

    public Node(String connectionString, String database) {
        this(connectionString, database, true);
    }

    /**
     * @param remembering whether to cache aggregates like the application; otherwise every command reads the whole
     *     streams
     */
    Node(String connectionString, String database, boolean remembering) {
        this.connectionString = connectionString;
        this.database = database;
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .addCommandListener(replies)
                .build());
        var engine = BlockEventStorageEngine.builder().client(client).database(database);
        var serializer = Jackson3Serializer.builder().build();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        events = BlockEventStore.builder(engine.build()).build();
        drafts = new Drafts(events);
        versions = RememberingRepository.series(events);
        Clock clock = new Ticking();
        var series = AggregateConfigurer.defaultConfiguration(RuleSetAggregate.class)
                .configureCommandTargetResolver(
                        _ -> _ -> new VersionedAggregateIdentifier(RuleSetCommand.SERIES, null));
        var draft = AggregateConfigurer.defaultConfiguration(DraftAggregate.class)
                .configureCommandTargetResolver(_ -> command -> DraftTargets.of(command.getPayload()));
        if (remembering) {
            series.configureRepository(c -> RememberingRepository.ofSeries(versions, events, c));
            draft.configureRepository(c -> RememberingRepository.ofDrafts(events, drafts, c));
        }
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(_ -> events)
                .configureSerializer(_ -> serializer)
                .configureCorrelationDataProviders(_ -> List.of(new SimpleCorrelationDataProvider(MetadataKeys.ACTOR)))
                .registerComponent(Clock.class, _ -> clock)
                .registerComponent(Drafts.class, _ -> drafts)
                .configureAggregate(series)
                .configureAggregate(draft)
                .start();
        commands = axon.commandGateway();
        rules = new ActiveRuleSet(watched(), drafts, clock, passed::get);
        events.subscribe(rules::published);
    }

    /** Replaces the log by that of another node, and tells this one as the event log would. */
    void restore(Node copy) {
        var log = client.getDatabase(database).getCollection("events");
        log.deleteMany(new Document());
        copy.client.getDatabase(copy.database).getCollection("events").find().forEach(log::insertOne);
        drafts.logReplaced();
        versions.logReplaced();
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
            CompletableFuture.runAsync(whenAsked.getAndSet(() -> {})).join();
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

    /** Sets the clock back without elapsed time, like an administrator. */
    void setClockBack(Duration by) {
        now.updateAndGet(t -> t.minus(by));
    }

    void send(RuleSetCommand command) {
        commands.sendAndWait(command);
    }

    public void send(Object command, String user) {
        Object _ = answer(command, user);
    }

    Object answer(Object command, String user) {
        var actor = new Actor(new UserId(user), Set.of(Role.ANALYST), null, PortScope.all(), "local");
        return commands.sendAndWait(new GenericCommandMessage<>(command, ActorMetaData.of(actor, "test")));
    }

    /** Starts like the application, before it serves requests. */
    public void start(RuleSet defaults) {
        new DefaultRuleSetActivation(rules, commands, () -> defaults).start();
    }

    /** Writes an event that another release could have written. */
    void append(long sequence, Object event) {
        append("RuleSetAggregate", RuleSetCommand.SERIES, sequence, event);
    }

    void append(String type, String stream, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>(type, stream, sequence, event));
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
