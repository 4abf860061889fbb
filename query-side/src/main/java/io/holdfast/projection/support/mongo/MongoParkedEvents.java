package io.holdfast.projection.support.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ParkedEvent;
import io.holdfast.projection.support.ParkedEvents;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Stores each parked event in a document, identified by generation and position. */
final class MongoParkedEvents implements ParkedEvents {
    private static final String GENERATION = "generation";
    private static final String POSITION = "position";
    private static final String AGGREGATE = "aggregate";
    private static final String CAUSE = "cause";

    private final MongoCollection<Document> collection;

    MongoParkedEvents(MongoDatabase database) {
        collection = database.getCollection(CollectionNames.PARKED);
        collection.createIndex(Indexes.ascending(GENERATION, POSITION));
        collection.createIndex(Indexes.ascending(GENERATION, AGGREGATE));
    }

    @Override
    public boolean any(Generation generation) {
        return collection.find(Filters.eq(GENERATION, generation.label())).first() != null;
    }

    @Override
    public Set<String> parked(Generation generation, Set<String> aggregates) {
        return distinct(of(generation).append(AGGREGATE, new Document("$in", aggregates)));
    }

    @Override
    public Set<String> blamed(Generation generation, Set<String> aggregates) {
        return distinct(of(generation)
                .append(AGGREGATE, new Document("$in", aggregates))
                .append(CAUSE, new Document("$ne", null)));
    }

    private Set<String> distinct(Document filter) {
        return collection.distinct(AGGREGATE, filter, String.class).into(new HashSet<>());
    }

    private static Document of(Generation generation) {
        return new Document(GENERATION, generation.label());
    }

    @Override
    public void add(List<ParkedEvent> events) {
        var writes = events.stream()
                .map(e -> new UpdateOneModel<Document>(
                        Filters.eq("_id", id(e)),
                        new Document("$setOnInsert", document(e)),
                        new UpdateOptions().upsert(true)))
                .toList();
        collection.bulkWrite(writes);
    }

    private static String id(ParkedEvent event) {
        return event.generation().label() + "@" + event.position();
    }

    private static Document document(ParkedEvent e) {
        return new Document(GENERATION, e.generation().label())
                .append(AGGREGATE, e.aggregate())
                .append("event", e.id())
                .append("type", e.type())
                .append("version", e.version())
                .append(POSITION, e.position())
                .append("parkedAt", Date.from(e.parkedAt()))
                .append(CAUSE, e.cause());
    }

    @Override
    public List<ParkedEvent> list(Generation generation, long after, int limit) {
        return collection
                .find(new Document(GENERATION, generation.label()).append(POSITION, new Document("$gt", after)))
                .sort(Sorts.ascending(GENERATION, POSITION))
                .limit(limit)
                .map(d -> event(generation, d))
                .into(new java.util.ArrayList<>());
    }

    private static ParkedEvent event(Generation generation, Document d) {
        return new ParkedEvent(
                generation,
                d.getString(AGGREGATE),
                d.getString("event"),
                d.getString("type"),
                d.getLong("version"),
                d.getLong(POSITION),
                d.getDate("parkedAt").toInstant(),
                d.getString(CAUSE));
    }

    @Override
    public long count(Generation generation) {
        return collection.countDocuments(of(generation), new CountOptions().limit(MOST_COUNTED));
    }

    @Override
    public boolean areBlamedMoreThan(int most, Generation generation) {
        var blamed = of(generation).append(CAUSE, new Document("$ne", null));
        return collection.countDocuments(of(generation), new CountOptions().limit(most + 1)) > most
                && collection.countDocuments(blamed, new CountOptions().limit(most + 1)) > most;
    }

    @Override
    public void blame(ParkedEvent event, String cause) {
        collection.updateOne(Filters.eq("_id", id(event)), Updates.set(CAUSE, cause));
    }

    @Override
    public void remove(ParkedEvent event) {
        collection.deleteOne(Filters.eq("_id", id(event)));
    }

    @Override
    public void drop(Generation generation) {
        collection.deleteMany(Filters.eq(GENERATION, generation.label()));
    }
}
