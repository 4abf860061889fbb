package io.holdfast.benchmarks.eventlog;

import io.holdfast.benchmarks.peer.Peer;
import io.holdfast.benchmarks.peer.PeerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of the logs while they are measured; emptied afterwards. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private int logs;

    DataFolder(Path path) throws IOException {
        this.path = Files.createDirectories(path);
    }

    Path path() {
        return path;
    }

    PeerLog open(Peer peer) {
        try {
            return peer.open(Files.createDirectories(path.resolve("log-" + logs++)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files of closed logs. */
    void clear() {
        try (var all = Files.walk(path)) {
            all.filter(file -> !file.equals(path))
                    .sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clear();
        Files.deleteIfExists(path);
    }
}
