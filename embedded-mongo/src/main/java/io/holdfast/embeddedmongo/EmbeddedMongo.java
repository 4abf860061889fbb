package io.holdfast.embeddedmongo;

import io.holdfast.embeddedmongo.query.ReadCounters;
import io.holdfast.embeddedmongo.storage.Store;
import io.holdfast.embeddedmongo.wire.WireServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** A server for MongoDB's wire protocol in this process, on one file or in memory. */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "holdfast.mv.db";
    private static final int SECRET_BYTES = 32;

    private final StoreSupervisor supervisor;
    private final WireServer wire;

    private EmbeddedMongo(StoreSupervisor supervisor, @Nullable String secret, int port) {
        this.supervisor = supervisor;
        boolean open = false;
        try {
            wire = new WireServer(supervisor::dispatcher, secret, port);
            open = true;
        } finally {
            if (!open) {
                supervisor.close();
            }
        }
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db}, on any free port. Only the file's owner can read it, and only clients that know
     * the secret can connect; the secret is generated here and is part of {@link #connectionString}.
     *
     * @throws StoreInUseException if another process or server has the file open, or it is damaged
     */
    public static EmbeddedMongo onFile(Path dataDirectory) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return onFile(dataDirectory, HexFormat.of().formatHex(secret), 0);
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db} that admits every client: for tests that restart one on the same port.
     *
     * @param port 0 for any free port
     * @throws StoreInUseException if another process or server has the file open, or it is damaged
     */
    public static EmbeddedMongo openToAll(Path dataDirectory, int port) {
        return onFile(dataDirectory, null, port);
    }

    private static EmbeddedMongo onFile(Path dataDirectory, @Nullable String secret, int port) {
        Path file = dataDirectory.resolve(FILE);
        return onFile(file.toString(), () -> Store.onFile(file), secret, port);
    }

    /** A server that admits every client, on a file named as H2's file systems name it. */
    static EmbeddedMongo onFile(String file, Duration retention) {
        return onFile(file, () -> Store.open(file, retention), null, 0);
    }

    private static EmbeddedMongo onFile(String file, Supplier<Store> opener, @Nullable String secret, int port) {
        try {
            return new EmbeddedMongo(new StoreSupervisor(file, opener), secret, port);
        } catch (MVStoreException e) {
            throw StoreInUseException.of(file, e);
        }
    }

    /** A server in memory, on any free port, that admits every client: for tests. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new StoreSupervisor(null, Store::inMemory), null, 0);
    }

    /** The port on the loopback address. */
    public int port() {
        return wire.port();
    }

    /** What a driver connects with; it contains the secret, so keep it out of logs. */
    public String connectionString() {
        return wire.connectionString();
    }

    /** The statistics of each collection, by {@code database.collection}. */
    public Map<String, IndexStatistics> indexStatistics() {
        Map<String, IndexStatistics> statistics = new TreeMap<>();
        counters().forEach((collection, counters) -> statistics.put(collection, IndexStatistics.of(counters)));
        return statistics;
    }

    /** Sets every counter of {@link #indexStatistics()} to zero. */
    public void resetIndexStatistics() {
        counters().values().forEach(ReadCounters::reset);
    }

    private Map<String, ReadCounters> counters() {
        return supervisor.dispatcher().backend().readCounters();
    }

    /** Finishes the running requests, closes the connections and the file. */
    @Override
    public void close() {
        wire.close();
        supervisor.close();
    }
}
