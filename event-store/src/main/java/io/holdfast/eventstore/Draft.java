package io.holdfast.eventstore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A block about to be written. It never changes: every retry sends the same document under the same number. */
final class Draft {

    static final String KEYS = "keys";
    static final String IDS = "ids";
    static final String EVENTS = "events";

    private static final byte FORMAT = 1;

    final List<Commit> commits;
    final BlockHeader header;
    final BlockHeader previous;
    final BsonDocument document;

    Draft(BlockHeader previous, List<Commit> commits, UUID uuid) {
        this.previous = previous;
        this.commits = List.copyOf(commits);
        List<EncodedEvent> events = events();
        long maxAt = previous.maxAt();
        for (EncodedEvent event : events) {
            maxAt = Math.max(maxAt, event.stored.at());
        }
        BsonBinary hash = hash(previous, previous.number() + 1, uuid, maxAt, events);
        this.header = new BlockHeader(previous.number() + 1, uuid, hash, maxAt);
        this.document = document(events);
    }

    List<EncodedEvent> events() {
        return commits.stream().flatMap(commit -> commit.events.stream()).toList();
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        events().forEach(event -> keys.add(event.key));
        return keys;
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        events().forEach(event -> ids.add(event.stored.id()));
        return ids;
    }

    int bytes() {
        return commits.stream().mapToInt(commit -> commit.bytes).sum();
    }

    /** The block as readers see it, without reading it back. */
    Block asBlock() {
        List<StoredEvent> stored = new ArrayList<>();
        events().forEach(event -> stored.add(event.stored));
        return new Block(header, previous.hash(), stored, bytes());
    }

    private BsonDocument document(List<EncodedEvent> events) {
        var keys = new BsonArray(events.size());
        var ids = new BsonArray(events.size());
        var bodies = new BsonArray(events.size());
        for (EncodedEvent event : events) {
            keys.add(new BsonString(event.key));
            ids.add(new BsonString(event.stored.id()));
            bodies.add(event.bson);
        }
        return new BsonDocument("_id", new BsonInt64(header.number()))
                .append("uuid", new BsonBinary(header.uuid()))
                .append("maxAt", new BsonInt64(header.maxAt()))
                .append("previousHash", previous.hash())
                .append("hash", header.hash())
                .append(KEYS, keys)
                .append(IDS, ids)
                .append(EVENTS, bodies);
    }

    /**
     * SHA-256 over: format (1 byte), previous hash (32), block number (8), uuid (16), running maximum of timestamps (8),
     * number of events (4), then every event's length (4) and canonical bytes. Numbers have the highest byte first.
     */
    private static BsonBinary hash(
            BlockHeader previous, long number, UUID uuid, long maxAt, List<EncodedEvent> events) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(69)
                .put(FORMAT)
                .put(previous.hash().getData())
                .putLong(number)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .putLong(maxAt)
                .putInt(events.size())
                .flip());
        for (EncodedEvent event : events) {
            digest.update(ByteBuffer.allocate(4).putInt(event.canonical.length).flip());
            digest.update(event.canonical);
        }
        return new BsonBinary(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
