package io.holdfast.runtime.evidence;

import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests of streams. */
public final class Digests {
    private Digests() {}

    /** Starts a digest. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Finishes a digest. */
    public static Sha256 end(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Reads the stream to its end and returns the digest.
     *
     * @throws IOException when reading fails
     */
    public static Sha256 of(InputStream bytes) throws IOException {
        MessageDigest digest = start();
        new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        return end(digest);
    }
}
