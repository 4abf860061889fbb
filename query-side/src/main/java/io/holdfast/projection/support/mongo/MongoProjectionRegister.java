package io.holdfast.projection.support.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.holdfast.projection.support.Generation;
import io.holdfast.projection.support.ProjectionRegister;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Stores one document per projection, with {@code live}, {@code rebuild} while one is running, and {@code retired}. */
final class MongoProjectionRegister implements ProjectionRegister {
    private final MongoCollection<Document> collection;

    MongoProjectionRegister(MongoDatabase database) {
        collection = database.getCollection(CollectionNames.REGISTER);
    }

    @Override
    public Entry entry(String projection) {
        Document found = find(projection);
        if (found == null) {
            insert(projection);
            found = find(projection);
        }
        if (found == null) {
            throw new IllegalStateException("The entry of projection " + projection + " vanished");
        }
        return entry(projection, found);
    }

    private @Nullable Document find(String projection) {
        return collection.find(Filters.eq("_id", projection)).first();
    }

    private void insert(String projection) {
        try {
            collection.insertOne(
                    new Document("_id", projection).append("live", 1).append("retired", List.of()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static Entry entry(String projection, Document found) {
        Document rebuild = found.get("rebuild", Document.class);
        return new Entry(
                new Generation(projection, found.getInteger("live")),
                rebuild == null ? null : rebuild(projection, rebuild),
                found.getList("retired", Document.class, List.of()).stream()
                        .map(r -> new Retired(
                                new Generation(projection, r.getInteger("generation")),
                                r.getDate("since").toInstant()))
                        .toList());
    }

    private static Rebuild rebuild(String projection, Document rebuild) {
        return new Rebuild(
                new Generation(projection, rebuild.getInteger("generation")),
                rebuild.getString("by"),
                rebuild.getDate("startedAt").toInstant(),
                rebuild.getLong("head"));
    }

    @Override
    public Optional<Rebuild> begin(String projection, String by, Instant at, long head) {
        Generation live = entry(projection).live();
        Generation next = live.next();
        Document rebuild = new Document("generation", next.number())
                .append("by", by)
                .append("startedAt", Date.from(at))
                .append("head", head);
        var free = new Document("_id", projection).append("live", live.number()).append("rebuild", null);
        boolean first =
                collection.updateOne(free, Updates.set("rebuild", rebuild)).getMatchedCount() == 1;
        return first ? Optional.of(rebuild(projection, rebuild)) : Optional.empty();
    }

    @Override
    public boolean swap(Rebuild rebuild, Instant at) {
        Generation filled = rebuild.generation();
        int old = entry(filled.projection()).live().number();
        var running = new Document("_id", filled.projection())
                .append("live", old)
                .append("rebuild.generation", filled.number());
        var retired = new Document("generation", old).append("since", Date.from(at));
        return collection
                        .updateOne(
                                running,
                                Updates.combine(
                                        Updates.set("live", filled.number()),
                                        Updates.unset("rebuild"),
                                        Updates.push("retired", retired)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean restart(Rebuild rebuild, Instant at) {
        Generation spoilt = rebuild.generation();
        var running = new Document("_id", spoilt.projection()).append("rebuild.generation", spoilt.number());
        var retired = new Document("generation", spoilt.number()).append("since", Date.from(at));
        return collection
                        .updateOne(
                                running,
                                Updates.combine(
                                        Updates.set(
                                                "rebuild.generation",
                                                spoilt.next().number()),
                                        Updates.push("retired", retired)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void forget(Generation retired) {
        collection.updateOne(
                Filters.eq("_id", retired.projection()),
                Updates.pull("retired", new Document("generation", retired.number())));
    }
}
