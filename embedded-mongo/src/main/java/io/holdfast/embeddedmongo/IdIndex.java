package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id}: nothing of its own, since documents are kept in that order. */
final class IdIndex extends Index<Position> {
    private final MVMap<byte[], byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<byte[], byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    static Position positionOf(Document document) {
        return new Position(KeyEncoder.encode(document.get(Constants.ID_FIELD)));
    }

    @Override
    public Position getPosition(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Position> collection) {
        if (documents.containsKey(positionOf(document).bytes())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(Constants.ID_FIELD)));
        }
    }

    @Override
    public void add(Document document, Position position, MongoCollection<Position> collection) {
        // the document is its own entry
    }

    @Override
    public Position remove(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Position> collection) {
        // an _id never changes
    }

    @Override
    public void updateInPlace(
            Document before, Document after, Position position, MongoCollection<Position> collection) {
        // an _id never changes
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Position> getPositions(Document query) {
        throw new UnsupportedOperationException("planned by the collection");
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    /** Never to be built. */
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
        // goes with the documents
    }
}
