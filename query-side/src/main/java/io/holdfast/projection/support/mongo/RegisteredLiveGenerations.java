package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectionNode;
import org.bson.Document;

/** Finds the live generations in the register of the projections. */
final class RegisteredLiveGenerations implements LiveGenerations {
    private final MongoDatabase database;
    private final ProjectionNode node;

    RegisteredLiveGenerations(MongoDatabase database, ProjectionNode node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public MongoCollection<Document> collection(String projection, CollectionName<?> collection) {
        return database.getCollection(CollectionNames.collection(node.liveGeneration(projection), collection));
    }

    @Override
    public long position(String projection) {
        return node.position(projection);
    }
}
