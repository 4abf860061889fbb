package io.holdfast.standalone.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.Content;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.LogEvent;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.MerkleTree;
import io.holdfast.eventstore.integrity.Proof;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.projection.evidence.BundleLayout;
import io.holdfast.projection.evidence.BundleManifest;
import io.holdfast.projection.evidence.BundleManifest.Excerpt;
import io.holdfast.projection.evidence.ExcerptWriter;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import io.holdfast.value.Sha256;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle as Holdfast creates it, of an in-memory log signed for the test, and a forger's changes to it. */
public final class GenuineBundle {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final String CASE = "GENUINE-1";

    final SigningKey key;
    private final String shipment;
    private final List<LogEvent> events = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    GenuineBundle(String shipment, SigningKey key) {
        this.shipment = shipment;
        this.key = key;
    }

    public static GenuineBundle of(String shipment) {
        return new GenuineBundle(shipment, SigningKey.generate());
    }

    /** An event with this name and payload. */
    GenuineBundle event(String name, String payload) {
        events.add(new LogEvent(
                shipment,
                "Shipment",
                events.size(),
                "id-" + shipment + "-" + events.size(),
                name,
                "1",
                NOON.getEpochSecond() * 1_000_000_000L,
                Content.of(payload),
                Content.of("{\"actor\":\"inspector\"}")));
        return this;
    }

    public GenuineBundle note(String text) {
        return event("shipment.note-added", "{\"text\":\"" + text + "\"}");
    }

    GenuineBundle custody(String to) {
        return event("shipment.custody-transferred", "{\"to\":\"" + to + "\"}");
    }

    /** Adds a file and the event that attaches it. */
    public GenuineBundle file(String id, String name, byte[] bytes) {
        attached(id, name, bytes.length, sha256(bytes));
        files.put(BundleLayout.file(new EntryId(id), name), bytes);
        return this;
    }

    /** Adds an event that attaches a file which is stored elsewhere. */
    GenuineBundle attached(String id, String name, long size, String sha256) {
        var said = new EvidenceAttached(
                new ShipmentId(shipment),
                new EntryId(id),
                new Evidence(name, "image/jpeg", size, new Sha256(sha256)),
                NOON);
        return event("shipment.evidence-attached", LanguageJson.mapper().writeValueAsString(said));
    }

    /** The entries as Holdfast would write them. */
    public Map<String, byte[]> entries() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(BundleLayout.README, BundleLayout.readMe(new ShipmentId(shipment), events.size()));
        Hash previous = Hash.ZERO;
        for (int i = 0; i < events.size(); i++) {
            LogEvent event = events.get(i);
            LogBlock block = block(i, previous, event);
            previous = block.hash();
            Checkpoint checkpoint = key.checkpoint(i, i, block.hash(), i + 1, NOON, null);
            entries.put(BundleLayout.event(i + 1), event.json());
            entries.put(
                    BundleLayout.proof(i + 1),
                    Proof.of(block, 0, List.of(block.header()), List.of(), checkpoint)
                            .line());
        }
        entries.put(BundleLayout.EVIDENCE, excerpts(BundleLayout.EVIDENCE_EVENTS::contains));
        entries.put(BundleLayout.CUSTODY, excerpts(BundleLayout.CUSTODY_EVENTS::contains));
        entries.putAll(files);
        entries.put(BundleLayout.KEY, key.verifying().pem().getBytes(UTF_8));
        return fitted(entries, shipment, events.size());
    }

    private static LogBlock block(int number, Hash previous, LogEvent event) {
        byte[] leaf = MerkleTree.leaf(event.canonical());
        Hash root = MerkleTree.root(List.of(leaf));
        var uuid = new UUID(7, number);
        Hash hash = new LogHeader(number, previous, uuid, event.at(), 1, root).hash();
        return new LogBlock(LogHeader.FORMAT, number, uuid, event.at(), previous, root, hash, List.of(event));
    }

    private byte[] excerpts(java.util.function.Predicate<String> about) {
        var bytes = new ByteArrayOutputStream();
        try (var list = new ExcerptWriter(bytes)) {
            for (int i = 0; i < events.size(); i++) {
                LogEvent event = events.get(i);
                if (about.test(event.name())) {
                    list.write(Excerpt.of(
                            i + 1,
                            event.name(),
                            event.metadata().toString(),
                            event.payload().toString(),
                            file(event)));
                }
            }
        }
        return bytes.toByteArray();
    }

    private @org.jspecify.annotations.Nullable String file(LogEvent event) {
        Attached attached = Attached.by(1, event);
        return attached == null || !files.containsKey(attached.entry()) ? null : attached.entry();
    }

    /** Adds a manifest that matches the entries, as anybody can write one. */
    static Map<String, byte[]> fitted(Map<String, byte[]> entries, String shipment, long version) {
        var digests = new LinkedHashMap<String, String>();
        entries.forEach((name, bytes) -> {
            if (!name.equals(BundleLayout.MANIFEST)) {
                digests.put(name, sha256(bytes));
            }
        });
        var manifest = new BundleManifest(BundleLayout.VERSION, shipment, version, NOON, "auditor", List.of(), digests);
        var fitted = new LinkedHashMap<>(entries);
        fitted.put(
                BundleLayout.MANIFEST,
                LanguageJson.mapper().writeValueAsString(manifest).getBytes(UTF_8));
        return fitted;
    }

    public Path keyIn(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve(key.verifying().id() + ".pub"), key.verifying().pem());
    }

    public static Path zip(Path folder, Map<String, byte[]> entries) throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
