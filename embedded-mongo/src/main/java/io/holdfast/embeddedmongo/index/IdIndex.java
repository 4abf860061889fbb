package io.holdfast.embeddedmongo.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id}: it stores nothing, because the documents are stored in that order. */
public final class IdIndex extends Index<RecordId> {
    private final MVMap<byte[], byte[]> documents;

    public IdIndex(String name, List<IndexKey> keys, MVMap<byte[], byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    public static RecordId recordIdOf(Document document) {
        return new RecordId(KeyEncoder.encode(document.get(Constants.ID_FIELD)));
    }

    @Override
    public RecordId getPosition(Document document) {
        return recordIdOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<RecordId> collection) {
        if (documents.containsKey(recordIdOf(document).bytes())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(Constants.ID_FIELD)));
        }
    }

    @Override
    public void add(Document document, RecordId position, MongoCollection<RecordId> collection) {
        // the document is its own entry
    }

    @Override
    public RecordId remove(Document document) {
        return recordIdOf(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<RecordId> collection) {
        // an _id never changes
    }

    @Override
    public void updateInPlace(
            Document before, Document after, RecordId position, MongoCollection<RecordId> collection) {
        // an _id never changes
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<RecordId> getPositions(Document query) {
        throw new UnsupportedOperationException("planned by the collection");
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    /** It is never built. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // it is dropped with the documents
    }
}
