package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoDatabase;
import io.holdfast.projection.support.Batch;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModelCollection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A write-back cache in front of the collections of one generation. */
final class MongoBatch implements Batch {
    private final Map<CollectionName<?>, MongoCollectionBatch<?>> collections = new LinkedHashMap<>();
    private final Plan plan;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private @Nullable ProjectedEvent event;

    MongoBatch(MongoDatabase database, Mappings mappings, Projection projection, Generation generation, Plan plan) {
        this.plan = plan;
        for (CollectionName<?> collection : projection.collections()) {
            collections.put(collection, collection(database, mappings.of(projection.name(), collection), generation));
        }
    }

    private <T> MongoCollectionBatch<T> collection(
            MongoDatabase database, DocumentMapping<T> mapping, Generation generation) {
        return new MongoCollectionBatch<>(
                this, database.getCollection(CollectionNames.collection(generation, mapping.collection())), mapping);
    }

    Plan plan() {
        return plan;
    }

    ProjectedEvent event() {
        if (event == null) {
            throw new IllegalStateException("No event at hand");
        }
        return event;
    }

    void onRevert(Runnable step) {
        undo.push(step);
    }

    @Override
    public void begin(ProjectedEvent event) {
        this.event = event;
        undo.clear();
    }

    @Override
    public void revert() {
        undo.forEach(Runnable::run);
        undo.clear();
    }

    @Override
    @SuppressWarnings("unchecked") // created for this name, so of this type
    public <T> ReadModelCollection<T> collection(CollectionName<T> name) {
        MongoCollectionBatch<?> collection = collections.get(name);
        if (collection == null) {
            throw new IllegalArgumentException("The projection names no collection " + name.name());
        }
        return (ReadModelCollection<T>) collection;
    }

    @Override
    public void flush() {
        collections.values().forEach(MongoCollectionBatch::flush);
    }
}
