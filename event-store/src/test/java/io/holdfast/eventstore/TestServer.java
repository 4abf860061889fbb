package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.ServerCapabilities;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.RawBsonDocument;

/**
 * Decides which server the suites run on: the one in HOLDFAST_TEST_MONGODB_URI, or an embedded one. Every instance uses
 * its own database and drops it.
 */
final class TestServer implements AutoCloseable {

    private static final String NAMED = System.getenv("HOLDFAST_TEST_MONGODB_URI");

    final String uri;
    final String database;
    final MongoClient client;
    private final boolean drops;

    TestServer() {
        this(NAMED == null ? Embedded.URI : NAMED);
    }

    TestServer(String uri) {
        this(uri, "holdfast-test-" + UUID.randomUUID(), true);
    }

    private TestServer(String uri, String database, boolean drops) {
        this.uri = uri;
        this.database = database;
        this.client = MongoClients.create(uri);
        this.drops = drops;
    }

    /** A server whose database is kept on disk. */
    static TestServer keeping(String database, String uri) {
        return new TestServer(uri, database, false);
    }

    ServerCapabilities capabilities() {
        return ServerCapabilities.ask(client.getDatabase(database));
    }

    /** An engine builder on this server's own database. */
    EngineBuilder engine() {
        return engine(client);
    }

    EngineBuilder engine(MongoClient through) {
        var builder = BlockEventStorageEngine.builder().client(through).database(database);
        builder.eventSerializer(Serializers.text()).snapshotSerializer(Serializers.text());
        return builder;
    }

    MongoCollection<RawBsonDocument> collection() {
        return client.getDatabase(database).getCollection("events", RawBsonDocument.class);
    }

    /** The stored blocks by number. */
    List<Block> blocks() {
        return StreamSupport.stream(collection().find().spliterator(), false)
                .map(BlockCodec::block)
                .sorted((a, b) -> Long.compare(a.number(), b.number()))
                .toList();
    }

    /** The position of the last event; -1 when there is none. */
    long head() {
        List<Block> blocks = blocks();
        return blocks.isEmpty()
                ? -1
                : LogPosition.of(
                        blocks.getLast().number(), blocks.getLast().events().size() - 1);
    }

    /** The identifiers of all events, in the order of the log. */
    List<String> eventIds() {
        return blocks().stream()
                .flatMap(block -> block.events().stream())
                .map(StoredEvent::id)
                .toList();
    }

    @Override
    public void close() {
        if (drops) {
            client.getDatabase(database).drop();
        }
        client.close();
    }

    /** Shared by all suites of a run; ends with the JVM. */
    private static final class Embedded {
        static final String URI = EmbeddedMongo.inMemory().connectionString();
    }
}
