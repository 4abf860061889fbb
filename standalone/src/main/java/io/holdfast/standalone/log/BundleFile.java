package io.holdfast.standalone.log;

import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.BoundedInput;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.runtime.evidence.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A case bundle, opened for reading. It never reads more than a genuine bundle could contain. */
final class BundleFile implements AutoCloseable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final FileChannel file;
    private final List<ZipItem> items;
    private final Map<String, ZipItem> byName = new LinkedHashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    private BundleFile(FileChannel file, List<ZipItem> items) {
        this.file = file;
        this.items = items;
        items.forEach(item -> byName.putIfAbsent(item.name(), item));
    }

    /** Whether a file starts like a zip file; false when it cannot be read. */
    static boolean isOne(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws BadInputException when it is not a zip file, is damaged, or expands to more than a bundle could */
    static BundleFile open(Path path) {
        try {
            FileChannel file = FileChannel.open(path);
            try {
                List<ZipItem> items = ZipDirectory.read(file);
                bounded(items, file.size());
                return new BundleFile(file, items);
            } catch (IOException | RuntimeException unusable) {
                file.close();
                throw unusable;
            }
        } catch (IOException damaged) {
            throw new BadInputException("it is damaged or cut off: " + damaged.getMessage(), damaged);
        }
    }

    private static void bounded(List<ZipItem> items, long size) {
        long most = BoundedInput.inflated(size);
        for (ZipItem item : items) {
            most -= item.size();
            if (most < 0) {
                throw new BadInputException(
                        "its entries have far more bytes than a zip of " + size + " bytes should hold");
            }
        }
    }

    /** @throws BadInputException when the manifest is missing, unreadable or of an unknown version */
    BundleManifest manifest() {
        ZipItem item = byName.get(BundleLayout.MANIFEST);
        if (item == null) {
            throw new BadInputException("there is no " + BundleLayout.MANIFEST + " in it");
        }
        BundleManifest manifest = parsed(bytes(BundleLayout.MANIFEST, longestManifest()));
        if (manifest.bundle() != BundleLayout.VERSION) {
            throw new BadInputException("it is of version " + manifest.bundle() + ", unknown here");
        }
        return manifest;
    }

    /** The maximum size of the manifest: it has one line per entry, and the names of the entries are known. */
    private int longestManifest() {
        long names = items.stream().mapToLong(item -> item.name().length()).sum();
        return (int) Math.min(32 << 20, 4096 + 3 * names + 128L * items.size());
    }

    private static BundleManifest parsed(byte @Nullable [] bytes) {
        try {
            BundleManifest manifest = bytes == null ? null : BundleManifest.read(bytes);
            if (manifest != null) {
                return manifest;
            }
        } catch (JacksonException damaged) {
            throw new BadInputException(BundleLayout.MANIFEST + " is not readable", damaged);
        }
        throw new BadInputException(BundleLayout.MANIFEST + " is not readable");
    }

    /** The names of the entries in their order, without duplicates. */
    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** The names of more than one entry. */
    List<String> repeated() {
        return items.stream()
                .filter(item -> byName.get(item.name()) != item)
                .map(ZipItem::name)
                .distinct()
                .toList();
    }

    /** The size of an entry in bytes; -1 when there is none. */
    long size(String name) {
        ZipItem item = byName.get(name);
        return item == null ? -1 : item.size();
    }

    /**
     * The content of an entry; null when there is none.
     *
     * @param most the maximum size in bytes
     * @throws BadInputException when it is damaged or larger
     */
    byte @Nullable [] bytes(String name, int most) {
        ZipItem item = byName.get(name);
        if (item == null) {
            return null;
        }
        if (item.size() > most) {
            throw new BadInputException(name + " is too large: it has more than " + most + " bytes");
        }
        try (InputStream in = open(item)) {
            return in.readAllBytes();
        } catch (IOException damaged) {
            throw damaged(name, damaged);
        }
    }

    /**
     * Opens an entry, which must be read to its end; its digest is known after that.
     *
     * @throws BadInputException when there is none
     */
    InputStream open(String name) {
        ZipItem item = byName.get(name);
        if (item == null) {
            throw new BadInputException("there is no " + name + " in it");
        }
        try {
            return open(item);
        } catch (IOException damaged) {
            throw damaged(name, damaged);
        }
    }

    private InputStream open(ZipItem item) throws IOException {
        MessageDigest digest = Digests.start();
        return new DigestInputStream(new ZipItemStream(file, item), digest) {
            @Override
            public void close() throws IOException {
                super.close();
                digests.putIfAbsent(item.name(), Digests.end(digest).value());
            }
        };
    }

    static BadInputException damaged(String name, IOException damage) {
        return new BadInputException(name + " is damaged: " + damage.getMessage(), damage);
    }

    /** The SHA-256 digests of the entries that were read, by name. */
    Map<String, String> digests() {
        return Collections.unmodifiableMap(digests);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new BadInputException("cannot close the bundle", e);
        }
    }
}
