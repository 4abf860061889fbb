package io.holdfast.benchmarks.peer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import io.holdfast.benchmarks.sample.Note;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.bson.Document;

/** Axon's own engine on MongoDB. */
final class AxonMongoLog extends EngineLog {
    private static final int COMMITS_AT_ONCE = 500;

    /** Builds documents in bulk, the same as appending would. */
    interface Bulk {
        void insert(MongoEventStorageEngine engine, MongoCollection<Document> events, List<Commit> commits);
    }

    static final Bulk PER_EVENT = (engine, _, commits) -> engine.appendEvents(
            commits.stream().flatMap(commit -> commit.events().stream()).toList());

    private final MongoServer server;
    private final StorageStrategy strategy;
    private final Bulk bulk;
    private final MongoClient client;
    private final MongoCollection<Document> events;
    private final MongoEventStorageEngine engine;
    private final EmbeddedEventStore store;

    AxonMongoLog(MongoServer server, StorageStrategy strategy, Bulk bulk) {
        this.server = server;
        this.strategy = strategy;
        this.bulk = bulk;
        this.client = server.connect();
        var template = DefaultMongoTemplate.builder()
                .mongoDatabase(client, server.database())
                .build();
        this.events = template.eventCollection();
        this.engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .storageStrategy(strategy)
                .eventSerializer(Note.serializer())
                .snapshotSerializer(Note.serializer())
                .build();
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    static AxonMongoLog perCommit(MongoServer server) {
        var strategy = new PerCommit();
        return new AxonMongoLog(
                server,
                strategy,
                (_, events, commits) -> events.insertMany(
                        commits.stream().flatMap(strategy::documents).toList()));
    }

    @Override
    protected EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void fill(LogPlan plan) {
        Fill.inBulk(plan, COMMITS_AT_ONCE, commits -> bulk.insert(engine, events, commits));
    }

    @Override
    public Optional<EventStore> store() {
        return Optional.of(store);
    }

    @Override
    public Optional<PeerLog> elsewhere() {
        return Optional.of(new AxonMongoLog(server.borrowed(), strategy, bulk));
    }

    @Override
    public OptionalLong bytesOnDisk() {
        return server.bytesOnDisk();
    }

    @Override
    public OptionalLong serverHeap() {
        return server.heap();
    }

    @Override
    public OptionalLong serverProcessorTime() {
        return server.processorTime();
    }

    @Override
    public void close() {
        store.shutDown();
        client.close();
        server.close();
    }

    /** Puts the documents of many commits into one insert. */
    private static final class PerCommit extends DocumentPerCommitStorageStrategy {
        Stream<Document> documents(Commit commit) {
            return createEventDocuments(commit.events(), Note.serializer());
        }
    }
}
