package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** MongoDB's wire protocol in process, on one file or in memory. */
public final class EmbeddedMongo implements AutoCloseable {
    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(H2Backend backend, int port) {
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /** A server on {@code DIRECTORY/holdfast.mv.db}, on any free port. */
    public static EmbeddedMongo onFile(Path dataDirectory) {
        return onFile(dataDirectory, 0);
    }

    /** A server on {@code DIRECTORY/holdfast.mv.db}; port 0 takes any free one. */
    public static EmbeddedMongo onFile(Path dataDirectory, int port) {
        try {
            Files.createDirectories(dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedMongo(new H2Backend(dataDirectory.resolve("holdfast.mv.db").toString()), port);
    }

    /** A server without a file, on any free port. */
    public static EmbeddedMongo inMemory() {
        return inMemory(0);
    }

    /** A server without a file; port 0 takes any free one. */
    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(H2Backend.inMemory(), port);
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** What a driver connects with. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true&retryWrites=false&retryReads=false";
    }

    /** By {@code database.collection}. */
    public Map<String, IndexStatistics> indexStatistics() {
        return Map.of();
    }

    /** Sets every counter of {@link #indexStatistics()} to zero. */
    public void resetIndexStatistics() {}

    @Override
    public void close() {
        server.shutdownNow();
    }
}
