package io.holdfast.projection.support.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.holdfast.projection.support.ConcurrentFoldException;
import io.holdfast.projection.support.ReadModelCollection;
import io.holdfast.projection.support.ReadModelUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonSerializationException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection within a batch. They are read on first use, those of the batch's aggregates in one
 * query, and written at the end. A document is replaced only if it has not changed since it was read, so a node that
 * lost its segment without noticing cannot overwrite the work of its successor.
 */
final class MongoCollectionBatch<T> implements ReadModelCollection<T> {
    static final String SEEN = LiveGenerations.SEEN;
    static final String VERSION = "version";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoBatch batch;
    private final MongoCollection<Document> collection;
    private final DocumentMapping<T> mapping;
    private final Map<String, Entry<T>> entries = new HashMap<>();
    private boolean prefetched;

    MongoCollectionBatch(MongoBatch batch, MongoCollection<Document> collection, DocumentMapping<T> mapping) {
        this.batch = batch;
        this.collection = collection;
        this.mapping = mapping;
    }

    private static final class Entry<T> {
        final Origin origin;
        final long readAt;

        @Nullable State<T> state;

        @Nullable RuntimeException unreadable;

        boolean changed;

        Entry(Origin origin, long readAt, @Nullable State<T> state) {
            this.origin = origin;
            this.readAt = readAt;
            this.state = state;
        }
    }

    private enum Origin {
        ABSENT,
        READ,
        UNREAD
    }

    private record State<T>(T value, long seen, long version) {}

    @Override
    public Optional<Change<T>> fold(String id, Function<@Nullable T, Optional<T>> step) {
        Entry<T> entry = entry(id);
        if (entry.unreadable != null) {
            throw entry.unreadable;
        }
        State<T> state = entry.state;
        if (state != null && state.seen() >= batch.event().position()) {
            return Optional.empty();
        }
        T before = state == null ? null : state.value();
        return step.apply(before).map(after -> {
            change(id, entry, after);
            return new Change<>(before, after);
        });
    }

    @Override
    public void put(String id, T document) {
        change(id, entries.computeIfAbsent(id, _ -> new Entry<>(Origin.UNREAD, -1, null)), document);
    }

    private void change(String id, Entry<T> entry, T after) {
        var next = new State<>(after, batch.event().position(), batch.event().version());
        if (batch.plan().careful()) {
            document(id, next);
        }
        State<T> before = entry.state;
        boolean changedBefore = entry.changed;
        batch.onRevert(() -> {
            entry.state = before;
            entry.changed = changedBefore;
        });
        entry.state = next;
        entry.changed = true;
    }

    private Entry<T> entry(String id) {
        Entry<T> known = entries.get(id);
        if (known != null) {
            return known;
        }
        boolean ofAggregate = id.equals(batch.event().aggregate());
        if (ofAggregate && batch.plan().fresh().contains(id)) {
            return entries.computeIfAbsent(id, _ -> new Entry<>(Origin.ABSENT, -1, null));
        }
        read(ofAggregate && !prefetched ? unreadAggregates() : List.of(id));
        prefetched |= ofAggregate;
        return entries.computeIfAbsent(id, _ -> new Entry<>(Origin.ABSENT, -1, null));
    }

    private List<String> unreadAggregates() {
        return batch.plan().aggregates().stream()
                .filter(a -> !entries.containsKey(a) && !batch.plan().fresh().contains(a))
                .toList();
    }

    private void read(List<String> ids) {
        try {
            for (Document found : collection.find(Filters.in("_id", ids))) {
                entries.put(found.getString("_id"), read(found));
            }
        } catch (MongoException e) {
            throw new ReadModelUnavailableException("Cannot read " + collection.getNamespace(), e);
        }
        ids.forEach(id -> entries.computeIfAbsent(id, _ -> new Entry<>(Origin.ABSENT, -1, null)));
    }

    /** Reads a document. An unreadable one fails only the events that need it, not the whole batch. */
    private Entry<T> read(Document found) {
        try {
            long seen = found.getLong(SEEN);
            var state = new State<>(mapping.fromDocument(found), seen, found.getLong(VERSION));
            return new Entry<>(Origin.READ, seen, state);
        } catch (RuntimeException unreadable) {
            var entry = new Entry<T>(Origin.READ, -1, null);
            entry.unreadable = new IllegalStateException(
                    "Document " + found.get("_id") + " of " + collection.getNamespace() + " cannot be read",
                    unreadable);
            return entry;
        }
    }

    /**
     * Writes the changed documents.
     *
     * @throws ConcurrentFoldException if a document has changed since it was read
     * @throws RefusedDocumentException if the store refuses a document because of its content
     */
    void flush() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        int mustMatch = 0;
        for (var e : entries.entrySet()) {
            Entry<T> entry = e.getValue();
            if (entry.changed && entry.state != null) {
                writes.add(write(e.getKey(), entry, document(e.getKey(), entry.state)));
                mustMatch += entry.origin == Origin.ABSENT ? 0 : 1;
            }
        }
        if (!writes.isEmpty()) {
            write(writes, mustMatch);
        }
    }

    private void write(List<WriteModel<Document>> writes, int mustMatch) {
        try {
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getMatchedCount() + result.getUpserts().size() != mustMatch) {
                throw new ConcurrentFoldException("Another node has changed documents of " + collection.getNamespace());
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(w -> w.getCode() == DUPLICATE_KEY)) {
                throw new ConcurrentFoldException("Another node has made documents of " + collection.getNamespace(), e);
            }
            throw Refusals.named(e, collection.getNamespace());
        } catch (MongoException | BsonSerializationException e) {
            throw Refusals.named(e, collection.getNamespace());
        }
    }

    private WriteModel<Document> write(String id, Entry<T> entry, Document document) {
        return switch (entry.origin) {
            case ABSENT -> new InsertOneModel<>(document);
            case READ -> new ReplaceOneModel<>(new Document("_id", id).append(SEEN, entry.readAt), document);
            case UNREAD -> new ReplaceOneModel<>(new Document("_id", id), document, new ReplaceOptions().upsert(true));
        };
    }

    private Document document(String id, State<T> state) {
        var document = new Document("_id", id);
        document.putAll(mapping.toDocument(state.value()));
        document.put("_id", id);
        document.put(SEEN, state.seen());
        document.put(VERSION, state.version());
        return document;
    }
}
