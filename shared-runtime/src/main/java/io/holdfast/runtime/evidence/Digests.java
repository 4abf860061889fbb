package io.holdfast.runtime.evidence;

import io.holdfast.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that go by. */
public final class Digests {
    private Digests() {}

    /** A digest without bytes yet. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Ends a digest. */
    public static Sha256 end(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Reads to the end. @throws IOException when that fails */
    public static Sha256 of(InputStream bytes) throws IOException {
        MessageDigest digest = start();
        new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
        return end(digest);
    }
}
