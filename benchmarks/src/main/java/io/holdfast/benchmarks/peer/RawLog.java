package io.holdfast.benchmarks.peer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import io.holdfast.benchmarks.sample.Note;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** The bare driver, with payloads serialized beforehand: no sequence numbers, no order, only durability. */
final class RawLog implements PeerLog {
    private static final int COMMITS_AT_ONCE = 500;
    private static final int DOCUMENTS_PER_REPLY = 1_000;
    private static final String METADATA =
            Note.serializer().serialize(Commit.metadata(), String.class).getData();

    private final MongoServer server;
    private final MongoClient client;
    private final MongoCollection<BsonDocument> events;

    RawLog(MongoServer server) {
        this.server = server;
        this.client = server.connect();
        this.events = client.getDatabase(server.database()).getCollection("raw", BsonDocument.class);
    }

    private static Stream<BsonDocument> documents(Commit commit) {
        return commit.events().stream().map(RawLog::document);
    }

    private static BsonDocument document(DomainEventMessage<?> event) {
        return new BsonDocument("id", new BsonString(event.getIdentifier()))
                .append("aggregate", new BsonString(event.getAggregateIdentifier()))
                .append("type", new BsonString(event.getType()))
                .append("sequence", new BsonInt64(event.getSequenceNumber()))
                .append("name", new BsonString(Note.class.getName()))
                .append("at", new BsonInt64(event.getTimestamp().toEpochMilli()))
                .append("payload", new BsonString(((Note) event.getPayload()).json()))
                .append("metadata", new BsonString(METADATA));
    }

    @Override
    public void append(Commit commit) {
        events.insertMany(documents(commit).toList());
    }

    @Override
    public void fill(LogPlan plan) {
        Fill.inBulk(plan, COMMITS_AT_ONCE, this::insert);
    }

    private void insert(List<Commit> commits) {
        events.insertMany(commits.stream().flatMap(RawLog::documents).toList());
    }

    @Override
    public long replay(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long read = 0;
        try (MongoCursor<RawBsonDocument> documents = events.withDocumentClass(RawBsonDocument.class)
                .find()
                .batchSize(DOCUMENTS_PER_REPLY)
                .iterator()) {
            while (documents.hasNext()) {
                documents.next();
                if (++read % DOCUMENTS_PER_REPLY == 0 && System.nanoTime() > until) {
                    break;
                }
            }
        }
        return read;
    }

    @Override
    public long load(String aggregate) {
        throw new UnsupportedOperationException("Without an index there is nothing to compare");
    }

    @Override
    public OptionalLong bytesOnDisk() {
        return server.bytesOnDisk();
    }

    @Override
    public OptionalLong serverHeap() {
        return server.heap();
    }

    @Override
    public OptionalLong serverProcessorTime() {
        return server.processorTime();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
