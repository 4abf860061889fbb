package io.holdfast.command.intake.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.holdfast.actor.UserId;
import io.holdfast.command.intake.IdempotencyStore;
import io.holdfast.command.intake.IntakeResult;
import io.holdfast.command.intake.UndecidedException;
import io.holdfast.runtime.time.Leases;
import io.holdfast.runtime.time.Ticker;
import io.holdfast.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores answers in MongoDB, as two kinds of document in one collection: a key (digest of user and key; digest of the
 * body; who holds it until when) and the parts of its answer, {@code ANSWER/NUMBER}. All lookups are by full
 * {@code _id}.
 */
final class MongoIdempotencyStore implements IdempotencyStore {
    static final String COLLECTION = "idempotency";

    private static final Logger LOG = LoggerFactory.getLogger(MongoIdempotencyStore.class);
    private static final String ID = "_id";
    private static final String BODY = "body";
    private static final String ANSWER = "answer";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String HOLDER = "holder";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final Leases leases;
    private volatile boolean indexed;

    MongoIdempotencyStore(MongoDatabase database, Clock clock, Ticker ticker) {
        this.collection = database.getCollection(COLLECTION);
        this.clock = clock;
        this.leases = new Leases(LEASE, ticker);
    }

    @Override
    public Answer claim(UserId user, String key, Sha256 body) {
        return reaching(() -> claimed(user, key, body));
    }

    private Answer claimed(UserId user, String key, Sha256 body) {
        ensureIndex();
        String id = id(user, key);
        Instant now = clock.instant();
        var fresh = new Document(ID, id)
                .append(BODY, body.value())
                .append(ANSWER, UUID.randomUUID().toString())
                .append(HOLDER, UUID.randomUUID().toString())
                .append(HELD_UNTIL, Date.from(now.plus(LEASE)))
                .append(EXPIRES_AT, Date.from(now.plus(KEPT)));
        if (inserted(fresh)) {
            return new MongoAnswer(fresh);
        }
        Document known = collection.find(eq(ID, id)).first();
        if (known == null) {
            throw new KeyInUseException(); // it was removed at this very moment
        }
        return takeOver(known, fresh, now);
    }

    private Answer takeOver(Document known, Document fresh, Instant now) {
        boolean expired = known.getDate(EXPIRES_AT).toInstant().isBefore(now);
        if (!expired && !known.getString(BODY).equals(fresh.getString(BODY))) {
            throw new KeyReusedException();
        }
        Date until = known.getDate(HELD_UNTIL);
        boolean lives = !leases.isOver(known.getString(ID), List.of(known.getString(HOLDER), until));
        if (until.toInstant().isAfter(now) && lives) {
            throw new KeyInUseException();
        }
        Document mine = expired ? fresh : continued(known, fresh);
        if (collection.replaceOne(heldAs(known), mine).getMatchedCount() == 0) {
            throw new KeyInUseException();
        }
        return new MongoAnswer(mine);
    }

    private static Document continued(Document known, Document fresh) {
        return new Document(fresh)
                .append(ANSWER, known.getString(ANSWER))
                .append(EXPIRES_AT, known.getDate(EXPIRES_AT));
    }

    private static Bson heldAs(Document key) {
        return new Document(ID, key.getString(ID)).append(HOLDER, key.getString(HOLDER));
    }

    @Override
    public void removeExpired() {
        long removed = collection
                .deleteMany(lt(EXPIRES_AT, Date.from(clock.instant())))
                .getDeletedCount();
        if (removed > 0) {
            LOG.info("Removed {} documents of answers older than {}", removed, KEPT);
        }
    }

    private boolean inserted(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private static <T> T reaching(Supplier<T> store) {
        try {
            return store.get();
        } catch (MongoException e) {
            throw new UndecidedException("The answers under idempotency keys cannot be reached", e);
        }
    }

    private void ensureIndex() {
        if (!indexed) {
            collection.createIndex(Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
            indexed = true;
        }
    }

    private static String id(UserId user, String key) {
        try {
            byte[] text = (user.value() + '\n' + key).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private final class MongoAnswer implements Answer {
        private final Document key;

        MongoAnswer(Document key) {
            this.key = key;
        }

        @Override
        public List<IntakeResult> told(int part) {
            return reaching(() -> Optional.ofNullable(
                            collection.find(eq(ID, partId(part))).first()))
                    .map(stored -> StoredResults.read(stored.getString(StoredResults.FIELD)))
                    .orElse(List.of());
        }

        @Override
        public void tell(int part, List<IntakeResult> results) {
            var stored = new Document(ID, partId(part))
                    .append(StoredResults.FIELD, StoredResults.write(results))
                    .append(EXPIRES_AT, key.getDate(EXPIRES_AT));
            if (!reaching(() -> inserted(stored) && extended())) {
                throw new KeyInUseException();
            }
        }

        private boolean extended() {
            return holdUntil(clock.instant().plus(LEASE));
        }

        @Override
        public void close() {
            try {
                holdUntil(Instant.EPOCH);
            } catch (MongoException e) {
                LOG.warn("An idempotency key stays claimed until its time is up: {}", e.getMessage());
            }
        }

        private boolean holdUntil(Instant end) {
            var change = new Document("$set", new Document(HELD_UNTIL, Date.from(end)));
            return collection.updateOne(heldAs(key), change).getMatchedCount() == 1;
        }

        private String partId(int part) {
            return key.getString(ANSWER) + "/" + part;
        }
    }
}
