package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates files that only their owner can access, where the file system has owners (POSIX). */
final class OwnersFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OwnersFiles.class);
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnersFiles() {}

    /** Creates the file with owner-only permissions from the start; restricts an existing one. */
    static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        try {
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            close(file);
        }
    }

    /** Like {@link #close}, but failures are only logged. */
    static void closeIfPossible(Path file) {
        try {
            close(file);
        } catch (IOException e) {
            LOG.warn("Who may read {} cannot be found out: {}", file, e.toString());
        }
    }

    /** Removes the permissions of everybody but the owner; when that is refused, it is only logged. */
    static void close(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")
                || OWNER.equals(Files.getPosixFilePermissions(file))) {
            return;
        }
        try {
            Files.setPosixFilePermissions(file, OWNER);
        } catch (IOException notOurs) {
            LOG.warn("Others may read {}, and it cannot be closed to them: {}", file, notOurs.toString());
        }
    }
}
