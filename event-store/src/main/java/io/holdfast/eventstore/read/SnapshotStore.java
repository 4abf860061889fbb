package io.holdfast.eventstore.read;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/** The latest snapshot of each aggregate. An older snapshot never replaces a newer one. */
public final class SnapshotStore {

    private final MongoCollection<BsonDocument> snapshots;

    public SnapshotStore(MongoDatabase database, String collection) {
        this.snapshots = database.getCollection(collection, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    public void store(String aggregate, StoredEvent snapshot) {
        BsonDocument document = EventCodec.toBson(snapshot);
        document.put("_id", new BsonString(aggregate));
        try {
            snapshots.replaceOne(
                    new Document("_id", aggregate).append("sequence", new Document("$lte", snapshot.sequence())),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoServerException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e; // a newer snapshot exists: the upsert matched none as old as this
            }
        }
    }

    public Optional<StoredEvent> read(String aggregate) {
        return Optional.ofNullable(snapshots.find(eq("_id", aggregate)).first()).map(EventCodec::fromBson);
    }
}
