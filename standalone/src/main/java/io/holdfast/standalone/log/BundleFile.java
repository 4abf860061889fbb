package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.runtime.json.LanguageJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A case bundle, opened for reading. */
final class BundleFile implements AutoCloseable {
    /** More than any event and its proof. */
    private static final int LARGEST = 256 << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ZipFile zip;

    private BundleFile(ZipFile zip) {
        this.zip = zip;
    }

    /** Whether a file begins as a zip does; false when it cannot be read. */
    static boolean isOne(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws BadInputException when it is no zip, or damaged */
    static BundleFile open(Path file) {
        try {
            return new BundleFile(new ZipFile(file.toFile()));
        } catch (IOException damaged) {
            throw new BadInputException(file + " is damaged or cut off: " + damaged.getMessage(), damaged);
        }
    }

    /** @throws BadInputException when it has none, or one that is unknown here */
    BundleManifest manifest() {
        BundleManifest manifest = json(BundleLayout.MANIFEST, BundleManifest.class);
        if (manifest.bundle() != BundleLayout.VERSION) {
            throw new BadInputException("the bundle is of version " + manifest.bundle() + ", unknown here");
        }
        return manifest;
    }

    /** @throws BadInputException when it is not there or not readable */
    List<Excerpt> excerpts(String name) {
        return List.of(json(name, Excerpt[].class));
    }

    private <T> T json(String name, Class<T> type) {
        byte[] bytes = bytes(name);
        if (bytes == null) {
            throw new BadInputException("there is no " + name + " in it");
        }
        try {
            return LanguageJson.mapper().readValue(bytes, type);
        } catch (JacksonException | io.holdfast.value.InvalidValueException damaged) {
            throw new BadInputException(name + " is not readable", damaged);
        }
    }

    /** The names of its entries, sorted. */
    List<String> names() {
        var names = new TreeSet<String>();
        zip.stream().map(ZipEntry::getName).forEach(names::add);
        return List.copyOf(names);
    }

    /** An entry, whole; null when there is none. @throws BadInputException when it is damaged or endless */
    byte @Nullable [] bytes(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST);
            if (bytes.length == LARGEST) {
                throw new BadInputException(name + " is too large");
            }
            return bytes;
        } catch (IOException damaged) {
            throw new BadInputException(name + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** The SHA-256 of an entry; empty text when there is none. @throws BadInputException when it is damaged */
    String sha256(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException damaged) {
            throw new BadInputException(name + " is damaged: " + damaged.getMessage(), damaged);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BadInputException("cannot close the bundle", e);
        }
    }
}
