package io.holdfast.embeddedmongo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MongoDB's wire protocol in process, on one file or in memory. */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "holdfast.mv.db";
    private static final int SECRET_BYTES = 32;

    private final ServedStore served;
    private final Wire wire;
    private final @Nullable String secret;

    private EmbeddedMongo(ServedStore served, @Nullable String secret, int port) {
        this.served = served;
        this.secret = secret;
        boolean open = false;
        try {
            wire = new Wire(served, secret, port);
            open = true;
        } finally {
            if (!open) {
                served.close();
            }
        }
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db}, on any free port. The file is its owner's only, and so are the connections: they
     * need the secret that is made here and is part of {@link #connectionString}.
     *
     * @throws StoreInUseException when another process or server holds the file, or it is damaged
     */
    public static EmbeddedMongo onFile(Path dataDirectory) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return onFile(dataDirectory, HexFormat.of().formatHex(secret), 0);
    }

    /**
     * A server on {@code DIRECTORY/holdfast.mv.db} that lets in whoever knows the port: for tests that start one on the same
     * port again.
     *
     * @param port 0 takes any free one
     * @throws StoreInUseException when another process or server holds the file, or it is damaged
     */
    public static EmbeddedMongo openToAll(Path dataDirectory, int port) {
        return onFile(dataDirectory, null, port);
    }

    private static EmbeddedMongo onFile(Path dataDirectory, @Nullable String secret, int port) {
        Path file = dataDirectory.resolve(FILE);
        return new EmbeddedMongo(new ServedStore(file.toString(), () -> Store.onFile(file)), secret, port);
    }

    /** On a file as H2's file systems know it, open to all. */
    static EmbeddedMongo onFile(String file, Duration retention) {
        return new EmbeddedMongo(new ServedStore(file, () -> Store.open(file, retention)), null, 0);
    }

    /** A server without a file, on any free port, that lets in whoever knows the port: for tests. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new ServedStore(null, Store::inMemory), null, 0);
    }

    /** The port on the loopback address. */
    public int port() {
        return wire.port();
    }

    /** What a driver connects with; it holds the secret, so it is not for logs. */
    public String connectionString() {
        String options = "/?directConnection=true&retryWrites=false&retryReads=false";
        return secret == null
                ? "mongodb://127.0.0.1:" + port() + options
                : "mongodb://" + Login.USER + ":" + secret + "@127.0.0.1:" + port() + options
                        + "&authMechanism=PLAIN&authSource=$external";
    }

    /** By {@code database.collection}. */
    public Map<String, IndexStatistics> indexStatistics() {
        return served.answers().backend().indexStatistics();
    }

    /** Sets every counter of {@link #indexStatistics()} to zero. */
    public void resetIndexStatistics() {
        served.answers().backend().resetIndexStatistics();
    }

    /** Finishes what is being answered, hangs up and closes the file. */
    @Override
    public void close() {
        wire.close();
        served.close();
    }
}
