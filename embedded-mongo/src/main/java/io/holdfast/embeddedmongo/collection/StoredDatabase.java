package io.holdfast.embeddedmongo.collection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.holdfast.embeddedmongo.index.IdIndex;
import io.holdfast.embeddedmongo.index.OrderedIndex;
import io.holdfast.embeddedmongo.index.RecordId;
import io.holdfast.embeddedmongo.message.CommandFields;
import io.holdfast.embeddedmongo.message.Replies;
import io.holdfast.embeddedmongo.storage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A database: its collections, and the system collections that list them and their indexes. */
public final class StoredDatabase extends AbstractMongoDatabase<RecordId> {
    private static final String NAMESPACES = "system.namespaces";
    private static final int CANNOT_CREATE_INDEX = 67;

    private final Store store;
    private final Map<String, StoredCollection> opened = new ConcurrentHashMap<>();
    private boolean opening = true;

    public StoredDatabase(String name, CursorRegistry cursors, Store store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
        opening = false;
    }

    /** The names of the databases in the store. */
    public static Iterable<String> names(Store store) {
        return CollectionTrees.databases(store, NAMESPACES);
    }

    public @Nullable StoredCollection collection(String name) {
        return resolveCollection(name, false) instanceof StoredCollection collection ? collection : null;
    }

    /** Creates the collection if there is none; must be called within a write. */
    public StoredCollection collectionToWrite(String name) {
        if (isSystem(name)) {
            throw new MongoServerError(16459, "attempt to write to a system namespace");
        }
        return (StoredCollection) resolveOrCreateCollection(name);
    }

    private static boolean isSystem(String name) {
        return name.startsWith("system.");
    }

    public Iterable<StoredCollection> collections() {
        List<StoredCollection> collections = new ArrayList<>();
        for (StoredCollection collection : opened.values()) {
            if (!isSystem(collection.getCollectionName())) {
                collections.add(collection);
            }
        }
        return collections;
    }

    @Override
    protected MongoCollection<RecordId> openOrCreateCollection(String name, CollectionOptions options) {
        CollectionTrees trees = isSystem(name)
                ? CollectionTrees.ofSystem(store, databaseName, name)
                : CollectionTrees.of(store, databaseName + "." + name);
        StoredCollection collection = new StoredCollection(this, name, options, cursorRegistry, store, trees);
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

    /** Refuses options that the library would ignore. */
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
    protected Index<RecordId> openOrCreateUniqueIndex(
            String collectionName, String name, List<IndexKey> keys, boolean sparse) {
        if (isPrimary(keys)) {
            return new IdIndex(
                    name, keys, store.documents(toOpen(collectionName).trees().documents()));
        }
        return index(collectionName, name, keys, sparse, true);
    }

    private static boolean isPrimary(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    }

    @Override
    protected Index<RecordId> openOrCreateSecondaryIndex(
            String collectionName, String name, List<IndexKey> keys, boolean sparse) {
        return index(collectionName, name, keys, sparse, false);
    }

    private OrderedIndex index(
            String collectionName, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        StoredCollection collection = toOpen(collectionName);
        boolean fresh = !opening && collection.index(name).isEmpty();
        String entries = collection.trees().entries(name);
        return new OrderedIndex(store, entries, name, keys, sparse, unique, fresh);
    }

    private StoredCollection toOpen(String name) {
        return (StoredCollection) resolveCollection(name, true);
    }

    /** The library's own implementation does not check which collection the index belongs to. */
    public Document dropIndexes(Document command) {
        String name = CommandFields.text(command, "dropIndexes");
        StoredCollection collection = collection(name);
        MongoCollection<RecordId> descriptions = indexes.get();
        if (collection != null && descriptions != null) {
            List<Document> found = new ArrayList<>();
            descriptions
                    .handleQuery(new Document("ns", getFullCollectionNamespace(name)))
                    .forEach(found::add);
            found.removeIf(description -> !isSelected(description, command.get("index")));
            if (found.isEmpty() && !"*".equals(command.get("index"))) {
                throw new IndexNotFoundException("index not found with name [" + command.get("index") + "]");
            }
            for (Document description : found) {
                collection.dropIndex(CommandFields.text(description, "name"));
                descriptions.deleteDocuments(description, 1);
            }
        }
        return Replies.ok();
    }

    private boolean isSelected(Document description, @Nullable Object wanted) {
        Document key = CommandFields.document(description, "key");
        String name = CommandFields.text(description, "name");
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
