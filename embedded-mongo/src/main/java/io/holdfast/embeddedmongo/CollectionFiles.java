package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.h2.mvstore.MVMap;

/** The names of a collection's trees on the file. They stay when the collection is renamed, which only the catalog tells. */
final class CollectionFiles {
    private static final String SYSTEM = "system/";

    /** Above the mark that a search leaves out. */
    private static final long FIRST_NUMBER = 1L << 62;

    private final Store store;
    private final String id;
    private final boolean system;
    private String fullName;

    private CollectionFiles(Store store, String id, boolean system, String fullName) {
        this.store = store;
        this.id = id;
        this.system = system;
        this.fullName = fullName;
    }

    /** Those of a collection that is in the catalog, or of a new one. */
    static CollectionFiles of(Store store, String fullName) {
        MVMap<String, String> catalog = store.catalog();
        String known = catalog.get(fullName);
        if (known == null) {
            known = UUID.randomUUID().toString();
            store.put(catalog, fullName, known);
        }
        return new CollectionFiles(store, known, false, fullName);
    }

    /** Those of a list the server keeps for itself; its documents need no {@code _id}. */
    static CollectionFiles ofSystem(Store store, String database, String name) {
        return new CollectionFiles(store, SYSTEM + database + "/" + name, true, database + "." + name);
    }

    /** The databases that have a system list of this name. */
    static Iterable<String> databases(Store store, String list) {
        String end = "/" + list;
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

    Position position(Document document, MVMap<byte[], byte[]> documents) {
        if (!system) {
            return IdIndex.positionOf(document);
        }
        byte[] last = documents.lastKey();
        long number = last == null ? FIRST_NUMBER : ByteBuffer.wrap(last).getLong() + 1;
        return new Position(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
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
