package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads key files and creates them when they do not exist yet. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * Reads the key in the file, or creates a new one that only its owner can read. The public half is written beside
     * it, with {@code .pub} appended to the name.
     *
     * @throws BadInputException when the file holds no Ed25519 key
     * @throws UncheckedIOException when it cannot be written
     */
    public static SigningKey readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return SigningKey.read(file);
    }

    /**
     * Written under a temporary name first: two processes that start at once end up with one key, and neither reads a
     * half-written one.
     */
    private static void create(Path file) {
        SigningKey key = SigningKey.generate();
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".key", null); // readable by the owner only
            try {
                OwnersFiles.close(draft);
                write(draft, key.pem());
                Files.move(draft, file);
                write(Path.of(file + ".pub"), key.verifying().pem());
            } catch (FileAlreadyExistsException _) {
                // another process was first: its key is used
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the key file " + file, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.US_ASCII.encode(text));
            out.force(true);
        }
    }
}
