package io.holdfast.projection.evidence;

import io.holdfast.runtime.evidence.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of a zip one by one and records the SHA-256 of each. */
final class BundleZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final Map<String, String> digests = new TreeMap<>();

    BundleZip(OutputStream to) {
        this.zip = new ZipOutputStream(to);
    }

    /** Content that writes itself to a stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, byte[] content) throws IOException {
        add(name, out -> out.write(content));
    }

    void add(String name, Content content) throws IOException {
        MessageDigest digest = Digests.start();
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        digests.put(name, Digests.end(digest).value());
    }

    /** The SHA-256 of each entry added so far, by name. */
    Map<String, String> digests() {
        return Map.copyOf(digests);
    }

    /** Finishes the zip but leaves the underlying stream open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
