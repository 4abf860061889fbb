package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/**
 * Settings that users made themselves. They are in the database of the read models, but no rebuild creates or deletes
 * them.
 */
@FunctionalInterface
public interface Preferences {
    /** The collection of this name; it does not belong to any projection. */
    MongoCollection<Document> collection(String name);
}
