package io.holdfast.benchmarks.peer;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB for one log: either its own database on the given server, dropped at the end, or an embedded server in a
 * process of its own, with the same program, heap and settings for every peer.
 */
final class MongoServer implements AutoCloseable {
    private static final int CONNECTIONS = 100;

    private final String uri;
    private final String database;
    private final @Nullable EmbeddedProcess process;
    private final boolean borrowed;

    private MongoServer(String uri, String database, @Nullable EmbeddedProcess process, boolean borrowed) {
        this.uri = uri;
        this.database = database;
        this.process = process;
        this.borrowed = borrowed;
    }

    /** @param uri null starts an embedded server on a file in the folder */
    static MongoServer start(@Nullable String uri, Path folder) {
        String database = "holdfast-bench-" + UUID.randomUUID();
        if (uri != null) {
            return new MongoServer(uri, database, null, false);
        }
        EmbeddedProcess process = EmbeddedProcess.start(folder);
        return new MongoServer(process.uri(), database, process, false);
    }

    /** The same server and database for another user, whose close leaves it running. */
    MongoServer borrowed() {
        return new MongoServer(uri, database, process, true);
    }

    String database() {
        return database;
    }

    /** A new client; each of its writes waits for the majority and the journal. */
    MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    OptionalLong bytesOnDisk() {
        if (process != null) {
            return OptionalLong.of(process.bytesOnDisk());
        }
        try (MongoClient client = connect()) {
            Document stats = client.getDatabase(database).runCommand(new Document("dbStats", 1));
            return OptionalLong.of(stats.get("storageSize", Number.class).longValue()
                    + stats.get("indexSize", Number.class).longValue());
        }
    }

    OptionalLong heap() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.heap());
    }

    OptionalLong processorTime() {
        return process == null ? OptionalLong.empty() : process.processorTime();
    }

    @Override
    public void close() {
        if (borrowed) {
            return;
        }
        if (process != null) {
            process.close();
            return;
        }
        try (MongoClient client = connect()) {
            client.getDatabase(database).drop();
        }
    }
}
