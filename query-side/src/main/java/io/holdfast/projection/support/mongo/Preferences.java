package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** What people set for themselves: beside the read models in their database, but made by nobody's rebuild and dropped by none. */
@FunctionalInterface
public interface Preferences {
    /** The collection of this name; it belongs to no projection. */
    MongoCollection<Document> collection(String name);
}
