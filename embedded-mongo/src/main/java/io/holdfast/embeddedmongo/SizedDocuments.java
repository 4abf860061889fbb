package io.holdfast.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Documents that were computed, each with its size before it is taken: a reply holds only so many bytes. */
final class SizedDocuments implements Iterator<Document> {
    private final Iterator<Document> documents;
    private @Nullable Document next;

    SizedDocuments(Iterator<Document> documents) {
        this.documents = documents;
    }

    @Override
    public boolean hasNext() {
        return next != null || documents.hasNext();
    }

    @Override
    public Document next() {
        Document taken = next == null ? documents.next() : next;
        next = null;
        return taken;
    }

    /** Of the document that {@link #next()} returns next; 0 at the end. */
    int nextSizeInBytes() {
        if (!hasNext()) {
            return 0;
        }
        next = next();
        return Bson.encode(next).length;
    }
}
