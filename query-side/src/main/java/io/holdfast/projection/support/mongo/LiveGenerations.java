package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import io.holdfast.projection.support.CollectionName;
import org.bson.Document;

/** The live generation of each read model, for those who answer questions. */
public interface LiveGenerations {
    /** The field of every document that has the position of the last event it has seen. */
    String SEEN = "seen";

    /** The collection that answers now; ask for it anew with each question, as a rebuild replaces it. */
    MongoCollection<Document> collection(String projection, CollectionName<?> collection);

    /** The position up to which the projection is true; -1 before the first event. */
    long position(String projection);
}
