package io.holdfast.embeddedmongo;

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
 * A collection: its documents in the order of their {@code _id}, and its indexes. What to change comes from
 * mongo-java-server; where it is kept, how it is found and that it is streamed is done here.
 */
final class StoredCollection extends AbstractMongoCollection<Position> {
    private final Store store;
    private final CollectionFiles files;
    private final MVMap<byte[], byte[]> documents;
    private final ReadCounters counters = new ReadCounters();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Store store,
            CollectionFiles files) {
        super(database, name, options, cursors);
        this.store = store;
        this.files = files;
        this.documents = store.documents(files.documents());
    }

    ReadCounters counters() {
        return counters;
    }

    /** Plans a read now; what is written later does not show in it. */
    Search search(@Nullable Document filter, @Nullable Document sort, long skip, long limit) {
        Document demanded = filter == null ? new Document() : filter;
        Document order = sort == null || sort.containsKey("$natural") ? new Document() : sort;
        return store.read(() -> new Search(
                documents,
                planner(demanded, order, Search.wanted(skip, limit)),
                demanded,
                order,
                skip,
                limit,
                counters));
    }

    private Planner planner(Document filter, Document sort, long wanted) {
        List<Tree> trees = orderedIndexes().map(Tree::of).toList();
        return new Planner(Tree.of(documents), trees, filter, sort, wanted);
    }

    private Stream<OrderedIndex> orderedIndexes() {
        return getIndexes().stream().filter(OrderedIndex.class::isInstance).map(OrderedIndex.class::cast);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        // "no limit" is 0 here and -1 there
        Search search = search(query, orderBy, skip, Math.max(0, limit));
        UnaryOperator<Document> projection = projection(fields);
        return new QueryResult(() -> search.results(source -> projection.apply(source.document())));
    }

    /** Makes of a stored document what is answered; without a projection those bytes themselves. */
    Function<Results.Source, byte[]> answering(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return Results.Source::bytes;
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

    /** Counts keys where an index holds exactly the documents asked for, and reads documents elsewhere. */
    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        Document filter = query == null ? new Document() : query;
        long all = filter.isEmpty() ? count() : store.read(() -> countByIndex(filter));
        if (all < 0) {
            Results<byte[]> results =
                    search(filter, null, 0, limit > 0 ? (long) skip + limit : 0).results(Results.Source::bytes);
            for (all = 0; results.hasNext(); all++) {
                results.next();
            }
        }
        long counted = Math.max(0, all - skip);
        return (int) Math.min(Integer.MAX_VALUE, limit > 0 ? Math.min(limit, counted) : counted);
    }

    private long countByIndex(Document filter) {
        Plan plan = planner(filter, new Document(), 0).plan();
        if (!plan.exact() || plan.repeats()) {
            return -1;
        }
        counters.planned(plan, filter, new Document());
        return plan.stretches().stream().mapToLong(Stretch::size).sum();
    }

    /** Of a document that is there. */
    @Override
    protected Document getDocument(Position position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position.bytes())));
    }

    @Override
    public void addDocument(Document document) {
        super.addDocument(document);
        store.documentDone();
    }

    @Override
    protected Position addDocumentInternal(Document document) {
        Position position = files.position(document, documents);
        store.put(documents, position.bytes(), Bson.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(Position position, Document before, Document after) {
        store.put(documents, position.bytes(), Bson.encode(after));
        store.documentDone();
    }

    @Override
    protected void removeDocument(Position position) {
        store.remove(documents, position.bytes());
        store.documentDone();
    }

    @Override
    protected Stream<DocumentWithPosition<Position>> streamAllDocumentsWithPosition() {
        Cursor<byte[], byte[]> cursor = documents.cursor(null);
        return Stream.generate(() -> cursor.hasNext() ? cursor.next() : null)
                .takeWhile(key -> key != null)
                .map(key -> new DocumentWithPosition<>(Bson.decode(cursor.getValue()), new Position(key)));
    }

    /** Builds a new index; a failed attempt leaves nothing behind. */
    @Override
    public void addIndex(Index<Position> index) {
        Optional<Index<Position>> existing = index(index.getName());
        if (existing.isPresent()) {
            if (!existing.get().hasSameOptions(index)) {
                throw new IndexKeySpecsConflictException(index, existing.get());
            }
            return;
        }
        try {
            super.addIndex(index);
            if (index instanceof OrderedIndex ordered) {
                ordered.built();
            }
        } catch (MongoServerException e) {
            index.drop();
            throw e;
        }
    }

    Optional<Index<Position>> index(String name) {
        return getIndexes().stream()
                .filter(index -> index.getName().equals(name))
                .findFirst();
    }

    CollectionFiles files() {
        return files;
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        files.rename(newDatabase.getDatabaseName() + "." + newName);
        super.renameTo(newDatabase, newName);
    }

    @Override
    public void drop() {
        super.drop();
        store.remove(documents);
        files.forget();
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
