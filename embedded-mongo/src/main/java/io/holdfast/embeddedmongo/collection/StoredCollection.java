package io.holdfast.embeddedmongo.collection;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.holdfast.embeddedmongo.index.OrderedIndex;
import io.holdfast.embeddedmongo.index.RecordId;
import io.holdfast.embeddedmongo.message.Bson;
import io.holdfast.embeddedmongo.query.DocumentCursor;
import io.holdfast.embeddedmongo.query.IndexTree;
import io.holdfast.embeddedmongo.query.KeyRange;
import io.holdfast.embeddedmongo.query.Projections;
import io.holdfast.embeddedmongo.query.Query;
import io.holdfast.embeddedmongo.query.QueryPlan;
import io.holdfast.embeddedmongo.query.QueryPlanner;
import io.holdfast.embeddedmongo.query.QueryResults;
import io.holdfast.embeddedmongo.query.ReadCounters;
import io.holdfast.embeddedmongo.storage.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection: its documents in the order of their {@code _id}, and its indexes. mongo-java-server decides what a write changes;
 * this class stores it, and plans and streams the reads.
 */
public final class StoredCollection extends AbstractMongoCollection<RecordId> {
    private final Store store;
    private final CollectionTrees trees;
    private final MVMap<byte[], byte[]> documents;
    private final ReadCounters counters = new ReadCounters();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Store store,
            CollectionTrees trees) {
        super(database, name, options, cursors);
        this.store = store;
        this.trees = trees;
        this.documents = store.documents(trees.documents());
    }

    public ReadCounters counters() {
        return counters;
    }

    /** Plans a read of the collection as it is now; later writes do not show in it. */
    public Query query(@Nullable Document filter, @Nullable Document sort, long skip, long limit) {
        Document selected = filter == null ? new Document() : filter;
        Document order = sort == null || sort.containsKey("$natural") ? new Document() : sort;
        return store.read(() -> new Query(
                documents,
                planner(selected, order, Query.wanted(skip, limit)),
                selected,
                order,
                skip,
                limit,
                counters));
    }

    private QueryPlanner planner(Document filter, Document sort, long wanted) {
        List<IndexTree> indexes = orderedIndexes().map(IndexTree::of).toList();
        return new QueryPlanner(IndexTree.of(documents), indexes, filter, sort, wanted);
    }

    private Stream<OrderedIndex> orderedIndexes() {
        return getIndexes().stream().filter(OrderedIndex.class::isInstance).map(OrderedIndex.class::cast);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        // the library calls with -1 for "no limit", which is 0 here
        Query found = query(query, orderBy, skip, Math.max(0, limit));
        UnaryOperator<Document> projection = projection(fields);
        return new QueryResult(() -> found.results(source -> projection.apply(source.document())));
    }

    /** Encodes a stored document for the reply; without a projection, the stored bytes are the reply. */
    public Function<DocumentCursor, byte[]> encoder(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return DocumentCursor::bytes;
        }
        UnaryOperator<Document> projection = projection(fields);
        return source -> Bson.encode(projection.apply(source.document()));
    }

    private UnaryOperator<Document> projection(@Nullable Document fields) {
        return fields == null || fields.isEmpty()
                ? UnaryOperator.identity()
                : Projections.of(
                        fields,
                        document -> matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, fields)
                                .iterator()
                                .next());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, documents.sizeAsLong());
    }

    /** Counts keys if an index holds exactly the documents in question, and reads documents otherwise. */
    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        Document filter = query == null ? new Document() : query;
        long all = filter.isEmpty() ? count() : store.read(() -> countByIndex(filter));
        if (all < 0) {
            QueryResults<byte[]> results =
                    query(filter, null, 0, limit > 0 ? (long) skip + limit : 0).results(DocumentCursor::bytes);
            for (all = 0; results.hasNext(); all++) {
                results.next();
            }
        }
        long counted = Math.max(0, all - skip);
        return (int) Math.min(Integer.MAX_VALUE, limit > 0 ? Math.min(limit, counted) : counted);
    }

    private long countByIndex(Document filter) {
        QueryPlan plan = planner(filter, new Document(), 0).plan();
        if (!plan.exact() || plan.repeats()) {
            return -1;
        }
        counters.count(plan, filter, new Document());
        return plan.ranges().stream().mapToLong(KeyRange::size).sum();
    }

    /** The position is that of an existing document. */
    @Override
    protected Document getDocument(RecordId position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position.bytes())));
    }

    @Override
    public void addDocument(Document document) {
        super.addDocument(document);
        store.documentDone();
    }

    @Override
    protected RecordId addDocumentInternal(Document document) {
        RecordId position = trees.recordId(document, documents);
        store.put(documents, position.bytes(), Bson.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(RecordId position, Document before, Document after) {
        store.put(documents, position.bytes(), Bson.encode(after));
        store.documentDone();
    }

    @Override
    protected void removeDocument(RecordId position) {
        store.remove(documents, position.bytes());
        store.documentDone();
    }

    @Override
    protected Stream<DocumentWithPosition<RecordId>> streamAllDocumentsWithPosition() {
        Cursor<byte[], byte[]> cursor = documents.cursor(null);
        return Stream.generate(() -> cursor.hasNext() ? cursor.next() : null)
                .takeWhile(key -> key != null)
                .map(key -> new DocumentWithPosition<>(Bson.decode(cursor.getValue()), new RecordId(key)));
    }

    /** Builds a new index; if that fails, nothing is left behind. */
    @Override
    public void addIndex(Index<RecordId> index) {
        Optional<Index<RecordId>> existing = index(index.getName());
        if (existing.isPresent()) {
            if (!existing.get().hasSameOptions(index)) {
                throw new IndexKeySpecsConflictException(index, existing.get());
            }
            return;
        }
        try {
            super.addIndex(index);
            if (index instanceof OrderedIndex ordered) {
                ordered.markBuilt();
            }
        } catch (MongoServerException e) {
            index.drop();
            throw e;
        }
    }

    Optional<Index<RecordId>> index(String name) {
        return getIndexes().stream()
                .filter(index -> index.getName().equals(name))
                .findFirst();
    }

    CollectionTrees trees() {
        return trees;
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        trees.rename(newDatabase.getDatabaseName() + "." + newName);
        super.renameTo(newDatabase, newName);
    }

    @Override
    public void drop() {
        super.drop();
        store.remove(documents);
        trees.forget();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {
        // not tracked
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
