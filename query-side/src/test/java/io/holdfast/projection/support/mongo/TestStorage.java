package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.support.ProjectionStorage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Access to the storage for tests of other packages. */
public final class TestStorage {
    private TestStorage() {}

    public static ProjectionStorage of(
            MongoDatabase database, List<? extends DocumentMapping<?>> mappings, String node, Duration lease) {
        return MongoStorage.of(database, mappings, node, lease, InstantSource.system());
    }

    public static LiveGenerations readModels(MongoDatabase database, ProjectionNode node) {
        return new RegisteredLiveGenerations(database, node);
    }

    /** The documents of a collection of one generation, by identifier. */
    public static Map<String, Document> documents(
            MongoDatabase database, Generation generation, CollectionName<?> collection) {
        var documents = new TreeMap<String, Document>();
        database.getCollection(CollectionNames.collection(generation, collection))
                .find()
                .forEach(d -> documents.put(d.getString("_id"), d));
        return documents;
    }

    public static boolean exists(MongoDatabase database, Generation generation, CollectionName<?> collection) {
        return database.listCollectionNames()
                .into(new java.util.ArrayList<>())
                .contains(CollectionNames.collection(generation, collection));
    }
}
