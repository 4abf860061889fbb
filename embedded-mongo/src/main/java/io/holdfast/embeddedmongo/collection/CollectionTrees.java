package io.holdfast.embeddedmongo.collection;

import de.bwaldvogel.mongo.bson.Document;
import io.holdfast.embeddedmongo.index.IdIndex;
import io.holdfast.embeddedmongo.index.RecordId;
import io.holdfast.embeddedmongo.storage.Store;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.h2.mvstore.MVMap;

/** The names of a collection's trees in the store. They stay the same when the collection is renamed; only the catalog changes. */
final class CollectionTrees {
    private static final String SYSTEM = "system/";

    /** Sorts after the multikey mark, which a scan skips. */
    private static final long FIRST_NUMBER = 1L << 62;

    private final Store store;
    private final String id;
    private final boolean system;
    private String fullName;

    private CollectionTrees(Store store, String id, boolean system, String fullName) {
        this.store = store;
        this.id = id;
        this.system = system;
        this.fullName = fullName;
    }

    /** The trees of a collection in the catalog; a collection that is not there yet is added. */
    static CollectionTrees of(Store store, String fullName) {
        MVMap<String, String> catalog = store.catalog();
        String known = catalog.get(fullName);
        if (known == null) {
            known = UUID.randomUUID().toString();
            store.put(catalog, fullName, known);
        }
        return new CollectionTrees(store, known, false, fullName);
    }

    /** The trees of a system collection; its documents need no {@code _id}. */
    static CollectionTrees ofSystem(Store store, String database, String name) {
        return new CollectionTrees(store, SYSTEM + database + "/" + name, true, database + "." + name);
    }

    /** The databases that have a system collection of this name. */
    static Iterable<String> databases(Store store, String collection) {
        String end = "/" + collection;
        return store.names().stream()
                .filter(name -> name.startsWith(SYSTEM) && name.endsWith(end))
                .map(name -> name.substring(SYSTEM.length(), name.length() - end.length()))::iterator;
    }

    String documents() {
        return id;
    }

    String entries(String index) {
        return id + "/" + index;
    }

    RecordId recordId(Document document, MVMap<byte[], byte[]> documents) {
        if (!system) {
            return IdIndex.recordIdOf(document);
        }
        byte[] last = documents.lastKey();
        long number = last == null ? FIRST_NUMBER : ByteBuffer.wrap(last).getLong() + 1;
        return new RecordId(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    void rename(String newFullName) {
        store.remove(store.catalog(), fullName);
        store.put(store.catalog(), newFullName, id);
        fullName = newFullName;
    }

    void forget() {
        if (!system) {
            store.remove(store.catalog(), fullName);
        }
    }
}
