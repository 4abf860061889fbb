package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import io.holdfast.projection.support.CollectionName;
import org.bson.Document;

/** Gives query handlers the collections of the live generation of each read model. */
public interface LiveGenerations {
    /** The field of every document that holds the position of the last event folded into it. */
    String SEEN = "seen";

    /** The live collection. Get it again for each query, because a rebuild replaces it. */
    MongoCollection<Document> collection(String projection, CollectionName<?> collection);

    /** The position that the projection has reached; -1 before the first event. */
    long position(String projection);
}
