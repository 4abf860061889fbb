package io.holdfast.embeddedmongo.query;

import de.bwaldvogel.mongo.bson.Document;

/** Moves over documents in the order of a query. */
public interface DocumentCursor {
    /** Moves to the next document; returns false at the end. */
    boolean advance();

    /** The document as it is stored, in BSON. */
    byte[] bytes();

    Document document();
}
