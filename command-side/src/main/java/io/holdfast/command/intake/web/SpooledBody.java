package io.holdfast.command.intake.web;

import io.holdfast.value.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request body in a temporary file, because all of it must be known before the first row is decided. Closing it
 * deletes the file.
 */
final class SpooledBody implements AutoCloseable {
    private final Path file;
    private final Sha256 digest;

    private SpooledBody(Path file, Sha256 digest) {
        this.file = file;
        this.digest = digest;
    }

    /** The body is larger than the limit. */
    static final class SpoolFullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpoolFullException(long limit) {
            super(
                    "With an " + IdempotencyKey.HEADER + " a body can have at most " + limit
                            + " bytes; send several, or leave the key out: rows repeat safely without it",
                    null,
                    false,
                    false);
        }
    }

    /**
     * Reads a body to its end.
     *
     * @param folder where the file is created
     * @param form the format of the body; part of the digest, because the same bytes mean something else in another
     *     format
     * @param limit in bytes
     * @throws SpoolFullException when the body is longer than the limit
     */
    static SpooledBody of(SpoolFolder folder, InputStream body, String form, long limit) throws IOException {
        Path file = folder.newFile();
        boolean whole = false;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            MessageDigest digest = digest(form);
            byte[] buffer = new byte[16 * 1024];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new SpoolFullException(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            whole = true;
            return new SpooledBody(file, new Sha256(HexFormat.of().formatHex(digest.digest())));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The digest of a body in memory. */
    static Sha256 digest(byte[] body, String form) {
        return new Sha256(HexFormat.of().formatHex(digest(form).digest(body)));
    }

    /** The digest of format and body. */
    Sha256 digest() {
        return digest;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest digest(String form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((form + '\n').getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
