package io.holdfast.standalone.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.embeddedmongo.StoreInUseException;
import io.holdfast.eventstore.LogArchive;
import io.holdfast.standalone.cli.CommandLineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event log in its database, opened for reading. */
final class OpenLog implements AutoCloseable {
    private static final String FILE = "holdfast.mv.db";
    private static final long PATIENCE_SECONDS = 10;

    private final @Nullable EmbeddedMongo embedded;
    private final MongoClient client;
    private final LogArchive archive;

    private OpenLog(@Nullable EmbeddedMongo embedded, String uri, @Nullable String database, String collection) {
        onlyWarnings();
        var connection = new ConnectionString(uri);
        this.embedded = embedded;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
        String named = database != null ? database : connection.getDatabase();
        this.archive = LogArchive.of(client, Objects.requireNonNullElse(named, "holdfast"), collection);
    }

    /** @throws CommandLineException when the URI is invalid */
    static OpenLog onServer(String uri, @Nullable String database, String collection) {
        try {
            return new OpenLog(null, uri, database, collection);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLineException("--uri: " + wrong.getMessage());
        }
    }

    /** @throws CommandLineException when there is no embedded database, or another process has it open */
    static OpenLog inFolder(Path data, @Nullable String database, String collection) {
        if (!Files.isRegularFile(data.resolve(FILE))) {
            throw new CommandLineException(
                    "there is no embedded database in " + data + "; name another --data folder or a --uri");
        }
        onlyWarnings();
        EmbeddedMongo embedded = embedded(data);
        return new OpenLog(embedded, embedded.connectionString(), database, collection);
    }

    private static EmbeddedMongo embedded(Path data) {
        try {
            return EmbeddedMongo.onFile(data);
        } catch (StoreInUseException unusable) {
            throw new CommandLineException(
                    unusable.getMessage() + "; its log is verified and exported while no process has it open");
        }
    }

    /** Lowers the log level to warnings: nothing else does so without Spring, and standard output is for the result. */
    private static void onlyWarnings() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
    }

    LogArchive archive() {
        return archive;
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
