package io.holdfast.benchmarks.peer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import io.holdfast.benchmarks.sample.LogPlan;
import io.holdfast.benchmarks.sample.Note;
import io.holdfast.eventstore.BlockEventStorageEngine;
import io.holdfast.eventstore.BlockEventStore;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.RawBsonDocument;

/** Our log of blocks. It is filled by 64 writers, which makes the large blocks that are worst for loads. */
public final class OurLog extends EngineLog {
    private static final int WRITERS = 64;
    private static final int BLOCKS_PER_REPLY = 5;

    private final MongoServer server;
    private final MongoClient client;
    private final BlockEventStorageEngine engine;
    private final BlockEventStore store;

    OurLog(MongoServer server) {
        this.server = server;
        this.client = server.connect();
        var builder = BlockEventStorageEngine.builder().client(client).database(server.database());
        builder.eventSerializer(Note.serializer()).snapshotSerializer(Note.serializer());
        this.engine = builder.build();
        this.store = BlockEventStore.builder(engine).build();
    }

    @Override
    protected EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void fill(LogPlan plan) {
        Fill.byWriters(plan, WRITERS, this::append);
    }

    /** Reads the same blocks with a plain find: the lower bound without decoding. */
    public long rawReplay(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long read = 0;
        try (MongoCursor<RawBsonDocument> blocks = client.getDatabase(server.database())
                .getCollection("events", RawBsonDocument.class)
                .find()
                .batchSize(BLOCKS_PER_REPLY)
                .iterator()) {
            while (blocks.hasNext() && System.nanoTime() < until) {
                read += blocks.next().getArray("keys").size();
            }
        }
        return read;
    }

    @Override
    public Optional<EventStore> store() {
        return Optional.of(store);
    }

    @Override
    public Optional<PeerLog> elsewhere() {
        return Optional.of(new OurLog(server.borrowed()));
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
        store.close();
        client.close();
        server.close();
    }
}
