package io.holdfast.eventstore.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes key files for those who have none yet. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * The key in the file; when there is none, a new one, readable by its owner only. Its public half is written beside it,
     * with {@code .pub} at the end of the name.
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

    /** Written under another name first: two processes that start at once end with one key, and neither reads half of it. */
    private static void create(Path file) {
        SigningKey key = SigningKey.generate();
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".key", null); // for the owner only
            try {
                OwnersFiles.close(draft);
                write(draft, key.pem());
                Files.move(draft, file);
                write(Path.of(file + ".pub"), key.verifying().pem());
            } catch (FileAlreadyExistsException _) {
                // another process was first: its key is the key
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
