package io.holdfast.command.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's folder for bodies that must be complete before they are used; only its owner can read it. Several
 * processes may share the parent folder: each holds a lock while it runs, and a folder without a lock was left by a
 * killed process and is removed at the next start.
 */
final class SpoolFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
    private static final String PREFIX = "intake-";
    private static final String LOCK = ".lock";

    private final Path own;
    private final FileChannel lock;

    /** @param around the parent folder, shared by all processes; created when missing */
    SpoolFolder(Path around) {
        try (FileChannel starting = locked(Files.createDirectories(around).resolve(LOCK))) {
            removeLeftOvers(around);
            this.own = Files.createTempDirectory(around, PREFIX); // readable by the owner only
            this.lock = locked(own.resolve(LOCK));
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder for spools cannot be used: " + around, unusable);
        }
    }

    /** A new file, readable by the owner only. */
    Path newFile() throws IOException {
        return Files.createTempFile(own, "body-", ".spool");
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(own);
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (OverlappingFileLockException anotherOfThisProcess) {
            // Two applications start at once in one process only in tests; neither finds anything to remove.
        }
        return channel;
    }

    private static void removeLeftOvers(Path around) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(around, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isLeftOver(folder)) {
                    LOG.info("removing spools of a process that was killed: {}", folder);
                    remove(folder);
                }
            }
        }
    }

    private static boolean isLeftOver(Path folder) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
