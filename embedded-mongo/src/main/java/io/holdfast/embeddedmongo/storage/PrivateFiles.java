package io.holdfast.embeddedmongo.storage;

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

/** Restricts files and folders to their owner, where the file system supports that (POSIX). */
final class PrivateFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /**
     * Creates the folder and the file if they are missing, and restricts both to their owner. A folder with other contents but without
     * this file is left as it is, because others may use it.
     */
    static void prepare(Path file) {
        Path folder = folderOf(file);
        try {
            boolean ours = !Files.exists(folder) || Files.exists(file) || isEmpty(folder);
            Files.createDirectories(folder);
            if (ours) {
                restrict(folder, FOLDER);
            }
            create(file);
            restrict(file, FILE);
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

    /** Creates the file with its restricted permissions. */
    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, hasOwners(folderOf(file)) ? attributes() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException _) {
            // its permissions are set next
        }
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)};
    }

    private static void restrict(Path path, Set<PosixFilePermission> to) throws IOException {
        if (!hasOwners(path) || Files.getPosixFilePermissions(path).equals(to)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, to);
        } catch (IOException notOurs) {
            LOG.warn("other users can read {}, and its permissions cannot be changed: {}", path, notOurs.toString());
        }
    }

    private static boolean hasOwners(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
