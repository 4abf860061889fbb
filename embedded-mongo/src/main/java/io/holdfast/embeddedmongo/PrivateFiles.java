package io.holdfast.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that only their owner may read and write, where the file system knows owners (POSIX). */
final class PrivateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Makes the folder and the file where they are missing, and closes both to others. A folder that others use as well, because
     * it holds something and not this file, is left open.
     */
    static void prepare(Path file) {
        Path folder = folderOf(file);
        try {
            boolean ours = !Files.exists(folder) || Files.exists(file) || isEmpty(folder);
            Files.createDirectories(folder);
            if (ours) {
                close(folder, FOLDER);
            }
            create(file);
            close(file, FILE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Closed from its first moment. */
    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, knowsOwners(folderOf(file)) ? attributes() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException _) {
            // it is closed next
        }
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)};
    }

    private static void close(Path path, Set<PosixFilePermission> to) throws IOException {
        if (!knowsOwners(path) || Files.getPosixFilePermissions(path).equals(to)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, to);
        } catch (IOException notOurs) {
            LOG.warn("others may read {}, and it cannot be closed to them: {}", path, notOurs.toString());
        }
    }

    private static boolean knowsOwners(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
