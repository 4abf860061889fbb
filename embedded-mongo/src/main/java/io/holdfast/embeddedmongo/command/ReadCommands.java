package io.holdfast.embeddedmongo.command;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.holdfast.embeddedmongo.collection.StoredCollection;
import io.holdfast.embeddedmongo.collection.StoredDatabase;
import io.holdfast.embeddedmongo.message.Bson;
import io.holdfast.embeddedmongo.message.CommandFields;
import io.holdfast.embeddedmongo.message.Replies;
import io.holdfast.embeddedmongo.message.Replies.Batch;
import io.holdfast.embeddedmongo.query.DocumentCursor;
import io.holdfast.embeddedmongo.query.Query;
import io.holdfast.embeddedmongo.storage.Store;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVStore.TxCounter;
import org.jspecify.annotations.Nullable;

/** Runs find, aggregate and getMore; batches are read when they are requested. */
final class ReadCommands {
    private static final int FIRST_BATCH = 101;

    private final Store store;
    private final OpenCursors cursors;

    ReadCommands(Store store, OpenCursors cursors) {
        this.store = store;
        this.cursors = cursors;
    }

    Document find(StoredDatabase database, Document command) {
        String name = CommandFields.text(command, "find");
        String namespace = database.getDatabaseName() + "." + name;
        StoredCollection collection = database.collection(name);
        if (collection == null) {
            return Replies.batch(namespace, "firstBatch", new Batch(List.of()), 0);
        }
        long limit = CommandFields.number(command, "limit");
        OpenCursor cursor = open(
                namespace,
                () -> collection
                        .query(
                                (Document) command.get("filter"),
                                (Document) command.get("sort"),
                                CommandFields.number(command, "skip"),
                                Math.abs(limit))
                        .results(collection.encoder((Document) command.get("projection"))));
        boolean single = limit < 0 || Utils.isTrue(command.get("singleBatch"));
        return firstBatch(cursor, command.get("batchSize"), single);
    }

    /** The pages that the query reads are kept until the cursor is closed. */
    private OpenCursor open(String namespace, Supplier<Iterator<byte[]>> query) {
        TxCounter pin = store.pin();
        boolean opened = false;
        try {
            OpenCursor cursor = new OpenCursor(namespace, query.get(), () -> store.unpin(pin));
            opened = true;
            return cursor;
        } finally {
            if (!opened) {
                store.unpin(pin);
            }
        }
    }

    private Document firstBatch(OpenCursor cursor, @Nullable Object batchSize, boolean single) {
        boolean kept = false;
        try {
            int size = batchSize instanceof Number number ? number.intValue() : FIRST_BATCH;
            Batch batch = cursor.take(size);
            kept = !single && cursor.hasMore();
            return Replies.batch(cursor.namespace(), "firstBatch", batch, kept ? cursors.add(cursor) : 0);
        } finally {
            if (!kept) {
                cursor.close();
            }
        }
    }

    Document getMore(String namespace, Document command) {
        long id = CommandFields.number(command, "getMore");
        int size = (int) CommandFields.number(command, "batchSize");
        OpenCursor cursor = cursors.get(id);
        Batch batch;
        boolean more;
        synchronized (cursor) {
            batch = cursor.take(size == 0 ? Integer.MAX_VALUE : size);
            more = cursor.hasMore();
        }
        if (!more) {
            cursors.remove(id);
        }
        return Replies.batch(namespace, "nextBatch", batch, more ? id : 0);
    }

    Document aggregate(StoredDatabase database, Document command, DatabaseResolver resolver) {
        String name = CommandFields.text(command, "aggregate");
        StoredCollection collection = database.collection(name);
        List<Document> pipeline = new ArrayList<>(Aggregation.parse(command.get("pipeline")));
        OpenCursor cursor = open(
                database.getDatabaseName() + "." + name,
                () -> collection == null
                        ? encoded(aggregation(pipeline, command, resolver, database, null)
                                .computeResult())
                        : CountingPipeline.of(pipeline)
                                .map(counting -> encoded(counting.run(collection)))
                                .orElseGet(() -> run(pipeline, command, resolver, database, collection)));
        Object batchSize = command.get("cursor") instanceof Document options ? options.get("batchSize") : null;
        return firstBatch(cursor, batchSize, false);
    }

    private static Iterator<byte[]> run(
            List<Document> pipeline,
            Document command,
            DatabaseResolver resolver,
            StoredDatabase database,
            StoredCollection collection) {
        Query query = LeadingStages.take(pipeline, collection);
        Function<DocumentCursor, byte[]> first = ArrayFilterStage.take(pipeline)
                .<Function<DocumentCursor, byte[]>>map(filter -> filter)
                .orElse(DocumentCursor::bytes);
        Aggregation rest = aggregation(pipeline, command, resolver, database, collection);
        return pipeline.isEmpty()
                ? query.results(first)
                : encoded(rest.runStages(stream(query.results(source -> Bson.decode(first.apply(source))))));
    }

    private static Iterator<byte[]> encoded(List<Document> documents) {
        return documents.stream().map(Bson::encode).iterator();
    }

    private static Aggregation aggregation(
            List<Document> pipeline,
            Document command,
            DatabaseResolver resolver,
            StoredDatabase database,
            @Nullable StoredCollection collection) {
        Aggregation aggregation = Aggregation.fromPipeline(pipeline, resolver, database, collection, NoopOplog.get());
        // its only use of the cursor's options is to warn that it has none for them
        aggregation.validate(new Document("cursor", command.get("cursor") == null ? null : new Document()));
        return aggregation;
    }

    private static Stream<Document> stream(Iterator<Document> documents) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED), false);
    }
}
