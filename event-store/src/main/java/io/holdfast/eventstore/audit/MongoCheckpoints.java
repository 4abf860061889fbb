package io.holdfast.eventstore.audit;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;

/** The checkpoints of a log; {@code _id} is a checkpoint's number, so only one of several nodes can write it. */
public final class MongoCheckpoints {

    private static final int RANGE = 500;

    private final MongoCollection<BsonDocument> checkpoints;

    public MongoCheckpoints(MongoDatabase database, String collection) {
        this.checkpoints = database.getCollection(collection, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** False when another node has already written the checkpoint of this number. */
    public boolean add(Checkpoint checkpoint) {
        try {
            checkpoints.insertOne(toBson(checkpoint));
            return true;
        } catch (MongoServerException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    public Optional<Checkpoint> last() {
        return Optional.ofNullable(
                        checkpoints.find().sort(descending("_id")).limit(1).first())
                .map(MongoCheckpoints::fromBson);
    }

    /** The existing checkpoints with numbers greater than {@code after}, up to and including {@code last}. */
    public Iterator<Checkpoint> between(long after, long last) {
        return new Iterator<>() {
            private long next = after + 1;
            private Iterator<Checkpoint> range = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!range.hasNext() && next <= last) {
                    long end = Math.min(next + RANGE, last + 1);
                    range = range(next, end).iterator();
                    next = end;
                }
                return range.hasNext();
            }

            @Override
            public Checkpoint next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return range.next();
            }
        };
    }

    private List<Checkpoint> range(long first, long end) {
        List<Long> numbers = LongStream.range(first, end).boxed().toList();
        List<Checkpoint> found = new ArrayList<>();
        checkpoints.find(in("_id", numbers)).sort(ascending("_id")).forEach(document -> found.add(fromBson(document)));
        return found;
    }

    private static BsonDocument toBson(Checkpoint checkpoint) {
        var document = new BsonDocument("_id", new BsonInt64(checkpoint.number()))
                .append("block", new BsonInt64(checkpoint.block()))
                .append("hash", new BsonString(checkpoint.hash().hex()))
                .append("events", new BsonInt64(checkpoint.events()))
                .append("at", new BsonString(checkpoint.at().toString()))
                .append("key", new BsonString(checkpoint.key().hex()))
                .append("signature", new BsonString(checkpoint.signature()));
        return checkpoint.nextKey() == null
                ? document
                : document.append("nextKey", new BsonString(checkpoint.nextKey()));
    }

    private static Checkpoint fromBson(BsonDocument document) {
        try {
            return new Checkpoint(
                    document.getNumber("_id").longValue(),
                    document.getNumber("block").longValue(),
                    new Hash(document.getString("hash").getValue()),
                    document.getNumber("events").longValue(),
                    Instant.parse(document.getString("at").getValue()),
                    new Hash(document.getString("key").getValue()),
                    document.containsKey("nextKey")
                            ? document.getString("nextKey").getValue()
                            : null,
                    document.getString("signature").getValue());
        } catch (BsonInvalidOperationException | IllegalArgumentException | DateTimeException e) {
            throw new BadInputException(
                    "checkpoint " + document.get("_id") + " in the database is damaged: " + e.getMessage(), e);
        }
    }
}
