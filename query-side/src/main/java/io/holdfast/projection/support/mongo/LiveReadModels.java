package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.ProjectionNode;
import io.holdfast.projection.support.ShelfName;
import org.bson.Document;

/** Follows the register of the projections. */
final class LiveReadModels implements ReadModels {
    private final MongoDatabase database;
    private final ProjectionNode node;

    LiveReadModels(MongoDatabase database, ProjectionNode node) {
        this.database = database;
        this.node = node;
    }

    @Override
    public MongoCollection<Document> collection(String projection, ShelfName<?> shelf) {
        return database.getCollection(Names.collection(node.liveGeneration(projection), shelf));
    }

    @Override
    public long position(String projection) {
        return node.position(projection);
    }
}
