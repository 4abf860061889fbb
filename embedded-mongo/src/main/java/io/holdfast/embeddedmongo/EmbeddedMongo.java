package io.holdfast.embeddedmongo;

import java.nio.file.Path;
import java.util.Map;

/** MongoDB's wire protocol in process, on one file or in memory. */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "holdfast.mv.db";

    private final Backend backend;
    private final Wire wire;

    EmbeddedMongo(Store store, int port) {
        boolean open = false;
        try {
            backend = new Backend(store);
            wire = new Wire(backend, port);
            open = true;
        } finally {
            if (!open) {
                store.close();
            }
        }
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db}, on any free port.
     *
     * @throws StoreInUseException when another process or server holds the file, or it is damaged
     */
    public static EmbeddedMongo onFile(Path dataDirectory) {
        return onFile(dataDirectory, 0);
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db}; port 0 takes any free one.
     *
     * @throws StoreInUseException when another process or server holds the file, or it is damaged
     */
    public static EmbeddedMongo onFile(Path dataDirectory, int port) {
        return new EmbeddedMongo(Store.onFile(dataDirectory.resolve(FILE)), port);
    }

    /** A server without a file, on any free port. */
    public static EmbeddedMongo inMemory() {
        return inMemory(0);
    }

    /** A server without a file; port 0 takes any free one. */
    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(Store.inMemory(), port);
    }

    /** The port on the loopback address. */
    public int port() {
        return wire.port();
    }

    /** What a driver connects with. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port() + "/?directConnection=true&retryWrites=false&retryReads=false";
    }

    /** By {@code database.collection}. */
    public Map<String, IndexStatistics> indexStatistics() {
        return backend.indexStatistics();
    }

    /** Sets every counter of {@link #indexStatistics()} to zero. */
    public void resetIndexStatistics() {
        backend.resetIndexStatistics();
    }

    /** Finishes what is being answered, hangs up and closes the file. */
    @Override
    public void close() {
        wire.close();
        backend.close();
    }
}
