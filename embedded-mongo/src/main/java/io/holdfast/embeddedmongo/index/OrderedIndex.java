package io.holdfast.embeddedmongo.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import io.holdfast.embeddedmongo.storage.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: an ordered tree of {@code key, record id}, in the same file and the same commit as the documents, so nothing is
 * rebuilt when a store opens and nothing has to fit into memory. The value of an entry is the length of its key, where the record id
 * begins. Changed under the store's write lock only.
 */
public final class OrderedIndex extends Index<RecordId> {
    /** Sorts before every key; present once a document has had an array in an indexed field. */
    private static final byte[] MULTIKEY_MARK = {0};

    private final Store store;
    private final MVMap<byte[], Integer> entries;
    private final IndexDefinition definition;
    private final boolean unique;
    private final boolean fresh;
    private volatile boolean multikey;

    /** False while existing documents are being indexed; they may violate uniqueness. */
    private boolean built;

    private @Nullable Document checked;
    private IndexDefinition.@Nullable Keys checkedKeys;

    /**
     * @param fresh whether the index is new and yet to be built; entries that an interrupted attempt left behind are discarded
     */
    public OrderedIndex(
            Store store,
            String mapName,
            String name,
            List<IndexKey> keys,
            boolean sparse,
            boolean unique,
            boolean fresh) {
        super(name, keys, sparse);
        this.store = store;
        this.entries = store.entries(mapName);
        this.definition = new IndexDefinition(keys, sparse);
        this.unique = unique;
        this.fresh = fresh;
        this.built = !fresh;
        if (fresh) {
            entries.clear();
        }
        this.multikey = entries.containsKey(MULTIKEY_MARK);
    }

    public MVMap<byte[], Integer> entries() {
        return entries;
    }

    /** Whether a document may have more than one entry; such an index cannot give an order. */
    public boolean isMultikey() {
        return multikey;
    }

    /** Whether it leaves out documents that have none of its fields. */
    @Override
    public boolean isSparse() {
        return definition.sparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<RecordId> collection) {
        IndexDefinition.Keys keys = definition.keysOf(document);
        if (unique) {
            keys.values().keySet().forEach(key -> refuseDuplicate(key, keys.values(), null, collection));
        }
        checked = document;
        checkedKeys = keys;
    }

    /** Called once every existing document has been indexed. */
    public void markBuilt() {
        built = true;
    }

    /** Adds a document that {@link #checkAdd} has just checked. */
    @Override
    public void add(Document document, RecordId position, MongoCollection<RecordId> collection) {
        IndexDefinition.Keys keys =
                document == checked && checkedKeys != null ? checkedKeys : definition.keysOf(document);
        checked = null;
        checkedKeys = null;
        if (unique && !built) {
            keys.values().keySet().forEach(key -> refuseDuplicate(key, keys.values(), position, collection));
        }
        mark(keys);
        keys.values().keySet().forEach(key -> store.put(entries, entry(key, position), key.length));
    }

    @Override
    public RecordId remove(Document document) {
        RecordId position = IdIndex.recordIdOf(document);
        definition.keysOf(document).values().keySet().forEach(key -> store.remove(entries, entry(key, position)));
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<RecordId> collection) {
        Map<byte[], List<@Nullable Object>> keys = definition.keysOf(after).values();
        if (unique) {
            RecordId own = IdIndex.recordIdOf(before);
            keys.keySet().forEach(key -> refuseDuplicate(key, keys, own, collection));
        }
    }

    /** Changes only the entries that differ, because most updates leave most indexes alone. */
    @Override
    public void updateInPlace(
            Document before, Document after, RecordId position, MongoCollection<RecordId> collection) {
        Map<byte[], List<@Nullable Object>> old = definition.keysOf(before).values();
        IndexDefinition.Keys keys = definition.keysOf(after);
        mark(keys);
        for (byte[] key : keys.values().keySet()) {
            if (!old.containsKey(key)) {
                store.put(entries, entry(key, position), key.length);
            }
        }
        for (byte[] key : old.keySet()) {
            if (!keys.values().containsKey(key)) {
                store.remove(entries, entry(key, position));
            }
        }
    }

    private void mark(IndexDefinition.Keys keys) {
        if (keys.multikey() && !multikey) {
            multikey = true;
            entries.put(MULTIKEY_MARK, 0);
        }
    }

    private void refuseDuplicate(
            byte[] key,
            Map<byte[], List<@Nullable Object>> keys,
            @Nullable RecordId own,
            MongoCollection<RecordId> collection) {
        byte[] found = entries.ceilingKey(key);
        if (found != null && startsWith(found, key) && !(own != null && Arrays.equals(found, entry(key, own)))) {
            throw new DuplicateKeyError(
                    this, collection, getKeys(), new KeyValue(Objects.requireNonNull(keys.get(key))));
        }
    }

    private static byte[] entry(byte[] key, RecordId position) {
        return new KeyEncoder().append(key).append(position.bytes()).toBytes();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** Record ids come from {@link IdIndex}. */
    @Override
    public @Nullable RecordId getPosition(Document document) {
        return null;
    }

    /** Queries are planned for all indexes at once, not by each index. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<RecordId> getPositions(Document query) {
        throw new UnsupportedOperationException("planned by the collection");
    }

    /** Whether the documents are yet to be indexed. */
    @Override
    public boolean isEmpty() {
        return fresh;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex that
                && unique == that.unique
                && definition.sparse() == that.definition.sparse()
                && getKeys().toString().equals(that.getKeys().toString());
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong() - (multikey ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        store.remove(entries);
    }
}
