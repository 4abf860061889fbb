package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A database: its collections, and the lists that tell of them and of their indexes. */
final class StoredDatabase extends AbstractMongoDatabase<Position> {
    private static final String NAMESPACES = "system.namespaces";
    private static final int CANNOT_CREATE_INDEX = 67;

    private final Store store;
    private final Map<String, StoredCollection> opened = new ConcurrentHashMap<>();
    private boolean opening = true;

    StoredDatabase(String name, CursorRegistry cursors, Store store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
        opening = false;
    }

    /** Those that are on the file. */
    static Iterable<String> names(Store store) {
        return CollectionFiles.databases(store, NAMESPACES);
    }

    @Nullable StoredCollection collection(String name) {
        return resolveCollection(name, false) instanceof StoredCollection collection ? collection : null;
    }

    /** Creates it when it is not there yet; to be called within a write. */
    StoredCollection collectionToWrite(String name) {
        if (isSystem(name)) {
            throw new MongoServerError(16459, "attempt to write to a system namespace");
        }
        return (StoredCollection) resolveOrCreateCollection(name);
    }

    private static boolean isSystem(String name) {
        return name.startsWith("system.");
    }

    Iterable<StoredCollection> collections() {
        List<StoredCollection> collections = new ArrayList<>();
        for (StoredCollection collection : opened.values()) {
            if (!isSystem(collection.getCollectionName())) {
                collections.add(collection);
            }
        }
        return collections;
    }

    @Override
    protected MongoCollection<Position> openOrCreateCollection(String name, CollectionOptions options) {
        CollectionFiles files = isSystem(name)
                ? CollectionFiles.ofSystem(store, databaseName, name)
                : CollectionFiles.of(store, databaseName + "." + name);
        StoredCollection collection = new StoredCollection(this, name, options, cursorRegistry, store, files);
        opened.put(name, collection);
        return collection;
    }

    @Override
    public void unregisterCollection(String name) {
        super.unregisterCollection(name);
        opened.remove(name);
    }

    @Override
    public void moveCollection(de.bwaldvogel.mongo.MongoDatabase from, MongoCollection<?> collection, String newName) {
        super.moveCollection(from, collection, newName);
        opened.put(newName, (StoredCollection) collection);
    }

    /** Refuses what would silently mean something else. */
    @Override
    protected void addIndex(Document description) {
        for (String option : List.of("partialFilterExpression", "collation")) {
            if (description.containsKey(option)) {
                throw new MongoServerError(
                        CANNOT_CREATE_INDEX, "CannotCreateIndex", "indexes with " + option + " are not supported");
            }
        }
        if (description.get("key") instanceof Document keys) {
            keys.forEach((field, direction) -> {
                if (!(direction instanceof Number)) {
                    throw new MongoServerError(
                            CANNOT_CREATE_INDEX, "CannotCreateIndex", "not supported: an index of type " + direction);
                }
            });
        }
        super.addIndex(description);
    }

    @Override
    protected Index<Position> openOrCreateUniqueIndex(
            String collectionName, String name, List<IndexKey> keys, boolean sparse) {
        if (isPrimary(keys)) {
            return new IdIndex(
                    name, keys, store.documents(toOpen(collectionName).files().documents()));
        }
        return index(collectionName, name, keys, sparse, true);
    }

    private static boolean isPrimary(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    }

    @Override
    protected Index<Position> openOrCreateSecondaryIndex(
            String collectionName, String name, List<IndexKey> keys, boolean sparse) {
        return index(collectionName, name, keys, sparse, false);
    }

    private OrderedIndex index(
            String collectionName, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        StoredCollection collection = toOpen(collectionName);
        boolean fresh = !opening && collection.index(name).isEmpty();
        String entries = collection.files().entries(name);
        return new OrderedIndex(store, entries, name, keys, sparse, unique, fresh);
    }

    private StoredCollection toOpen(String name) {
        return (StoredCollection) resolveCollection(name, true);
    }

    /** The server's own way forgets to look at whose index it drops. */
    Document dropIndexes(Document command) {
        String name = Fields.text(command, "dropIndexes");
        StoredCollection collection = collection(name);
        MongoCollection<Position> descriptions = indexes.get();
        if (collection != null && descriptions != null) {
            List<Document> found = new ArrayList<>();
            descriptions
                    .handleQuery(new Document("ns", getFullCollectionNamespace(name)))
                    .forEach(found::add);
            found.removeIf(description -> !isMeant(description, command.get("index")));
            if (found.isEmpty() && !"*".equals(command.get("index"))) {
                throw new IndexNotFoundException("index not found with name [" + command.get("index") + "]");
            }
            for (Document description : found) {
                collection.dropIndex(Fields.text(description, "name"));
                descriptions.deleteDocuments(description, 1);
            }
        }
        return Replies.ok();
    }

    private boolean isMeant(Document description, @Nullable Object wanted) {
        Document key = Fields.document(description, "key");
        String name = Fields.text(description, "name");
        return !isPrimaryKeyIndex(key)
                && ("*".equals(wanted)
                        || name.equals(wanted)
                        || key.equals(wanted)
                        || wanted instanceof List<?> names && names.contains(name));
    }

    @Override
    protected long getFileSize() {
        return store.sizeInBytes();
    }

    @Override
    protected long getStorageSize() {
        return store.sizeInBytes();
    }
}
