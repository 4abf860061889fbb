package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.support.Batch;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModelStore;
import java.util.List;

/** Stores each collection of each generation in a MongoDB collection of its own. */
final class MongoReadModelStore implements ReadModelStore {
    private final MongoDatabase database;
    private final Mappings mappings;

    MongoReadModelStore(MongoDatabase database, Mappings mappings) {
        this.database = database;
        this.mappings = mappings;
    }

    @Override
    public void prepare(Projection projection, Generation generation) {
        mappings.requireAll(projection);
        for (CollectionName<?> collection : projection.collections()) {
            List<IndexModel> indexes =
                    mappings.of(projection.name(), collection).indexes();
            if (!indexes.isEmpty()) {
                database.getCollection(CollectionNames.collection(generation, collection))
                        .createIndexes(indexes);
            }
        }
    }

    @Override
    public Batch batch(Projection projection, Generation generation, Batch.Plan plan) {
        return new MongoBatch(database, mappings, projection, generation, plan);
    }

    @Override
    public void drop(Projection projection, Generation generation) {
        projection
                .collections()
                .forEach(collection -> database.getCollection(CollectionNames.collection(generation, collection))
                        .drop());
    }
}
