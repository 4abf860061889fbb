package io.holdfast.eventstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.audit.Checkpointer;
import io.holdfast.eventstore.audit.MongoCheckpoints;
import io.holdfast.eventstore.audit.SealedBlocks;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.integrity.AuditFile;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.SigningKey;
import io.holdfast.eventstore.integrity.Verdict;
import io.holdfast.eventstore.integrity.Verification;
import io.holdfast.eventstore.integrity.VerifyingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A small log with checkpoints, and the tools of a forger who has full access to the database and knows all formats,
 * but has no key. The forged log is in a collection of its own, without the indexes that would refuse it.
 */
final class SignedLog implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    final TestServer server = new TestServer();
    final SigningKey key = SigningKey.generate();
    final MongoDatabase database = server.client.getDatabase(server.database);
    private final BlockEventStorageEngine engine = server.engine().build();
    private int next;
    private int forgeries;

    /**
     * Appends blocks of three events: one of an aggregate of the block's own, two of an aggregate that all blocks
     * share.
     */
    void append(int blocks) {
        for (int i = 0; i < blocks; i++, next++) {
            engine.appendEvents(
                    Events.event("own-" + next, 0),
                    Events.event("shared", 2L * next),
                    Events.event("shared", 2L * next + 1));
        }
    }

    void sign() throws IOException {
        checkpointer(key, null, null).sign();
    }

    Checkpointer checkpointer(SigningKey signing, @Nullable SigningKey former, @Nullable Path auditFile) {
        return new Checkpointer(
                new SealedBlocks(database, "events"),
                new MongoCheckpoints(database, "events_checkpoints"),
                signing,
                former,
                auditFile == null ? null : new AuditFile(auditFile),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** Ten blocks; checkpoint 0 covers the first four, checkpoint 1 the first eight. */
    static SignedLog ofTenBlocks() throws IOException {
        var log = new SignedLog();
        log.append(4);
        log.sign();
        log.append(4);
        log.sign();
        log.append(2);
        return log;
    }

    LogArchive archive() {
        return archive("events");
    }

    LogArchive archive(String collection) {
        return new LogArchive(database, collection, null, Clock.systemUTC());
    }

    Verdict verify() {
        return verify(archive(), key.verifying());
    }

    static Verdict verify(LogArchive archive, VerifyingKey... keys) {
        try (var source = archive.now()) {
            return new Verification(List.of(keys), null, Verification.AGGREGATES).of(source, _ -> {});
        }
    }

    List<Checkpoint> checkpoints() {
        List<Checkpoint> all = new ArrayList<>();
        archive().now().checkpoints().forEachRemaining(all::add);
        return all;
    }

    /** The stored blocks, as input for a forgery. */
    List<BsonDocument> blocks() {
        return documents("events");
    }

    List<BsonDocument> storedCheckpoints() {
        return documents("events_checkpoints");
    }

    private List<BsonDocument> documents(String collection) {
        List<BsonDocument> all =
                database.getCollection(collection, BsonDocument.class).find().into(new ArrayList<>());
        all.sort(Comparator.comparing(document -> document.getNumber("_id").longValue()));
        return all;
    }

    /** A log of these documents in the same database. */
    LogArchive forged(List<BsonDocument> blocks, List<BsonDocument> checkpoints) {
        String name = "forged" + forgeries++;
        insert(name, blocks);
        insert(name + "_checkpoints", checkpoints);
        return archive(name);
    }

    private void insert(String name, List<BsonDocument> documents) {
        MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
        if (!documents.isEmpty()) {
            collection.insertMany(documents);
        }
    }

    static BsonDocument event(BsonDocument block, int index) {
        return block.getArray("events").get(index).asDocument();
    }

    static void renumber(List<BsonDocument> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).put("_id", new BsonInt64(i));
        }
    }

    /** Makes the chain consistent again from a block on: numbers, keys, times, roots, hashes. */
    static void reseal(List<BsonDocument> blocks, int from) throws Exception {
        renumber(blocks);
        for (int i = from; i < blocks.size(); i++) {
            BsonDocument before = i == 0 ? null : blocks.get(i - 1);
            reseal(
                    blocks.get(i),
                    before == null ? new BsonBinary(new byte[32]) : before.getBinary("hash"),
                    before == null ? Long.MIN_VALUE : before.getInt64("maxAt").getValue());
        }
    }

    private static void reseal(BsonDocument block, BsonBinary previousHash, long maxAt) throws Exception {
        var keys = new BsonArray();
        var ids = new BsonArray();
        List<StoredEvent> events = new ArrayList<>();
        long latest = maxAt;
        for (BsonValue value : block.getArray("events")) {
            StoredEvent event = EventCodec.fromBson(value.asDocument());
            events.add(event);
            keys.add(new BsonString(event.key()));
            ids.add(new BsonString(event.id()));
            latest = Math.max(latest, event.at());
        }
        block.append("keys", keys)
                .append("ids", ids)
                .append("count", new BsonInt32(events.size()))
                .append("maxAt", new BsonInt64(latest))
                .append("previousHash", previousHash)
                .append("root", new BsonBinary(HashByTheBook.root(events)));
        block.put("hash", new BsonBinary(hash(block)));
    }

    private static byte[] hash(BsonDocument block) throws Exception {
        return HashByTheBook.of(BlockCodec.block(new RawBsonDocument(block, new BsonDocumentCodec())));
    }

    /** A text with one byte flipped that is still valid text. */
    static BsonBinary flipped(BsonBinary bytes) {
        byte[] copy = bytes.getData().clone();
        ByteBuffer.wrap(copy).put(5, (byte) (copy[5] ^ 1));
        return new BsonBinary(copy);
    }

    @Override
    public void close() {
        engine.close();
        server.close();
    }
}
