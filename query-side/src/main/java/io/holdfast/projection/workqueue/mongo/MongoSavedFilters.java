package io.holdfast.projection.workqueue.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.support.mongo.Preferences;
import io.holdfast.projection.workqueue.SavedFilter;
import io.holdfast.projection.workqueue.SavedFilter.Key;
import io.holdfast.projection.workqueue.SavedFilters;
import io.holdfast.runtime.json.LanguageJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores filters in a collection of their own, outside the generations of read models. */
@Component
final class MongoSavedFilters implements SavedFilters {
    static final String COLLECTION = "queue_filters";
    private static final String OWNER = "owner";
    private static final String PORT = "port";
    private static final String NAME = "name";
    private static final String DATA = "data";
    private static final Comparator<SavedFilter> BY_NAME = Comparator.comparing(
                    (SavedFilter f) -> f.key().name())
            .thenComparing(f -> String.valueOf(f.key().port()));

    private final MongoCollection<Document> collection;
    private volatile boolean indexed;

    MongoSavedFilters(Preferences preferences) {
        this.collection = preferences.collection(COLLECTION);
    }

    @Override
    public Optional<SavedFilter> find(Key key) {
        return Optional.ofNullable(collection.find(new Document("_id", id(key))).first())
                .map(MongoSavedFilters::filter);
    }

    @Override
    public List<SavedFilter> shared(String name, PortScope ports, int limit) {
        return sharedAt(ports, new Document(NAME, name), limit);
    }

    @Override
    public List<SavedFilter> visible(UserId person, PortScope ports, int limit) {
        List<SavedFilter> visible = read(new Document(OWNER, person.value()), NAME, limit);
        visible.addAll(sharedAt(ports, new Document(), limit));
        visible.sort(BY_NAME);
        return visible.size() > limit ? visible.subList(0, limit) : visible;
    }

    private List<SavedFilter> sharedAt(PortScope ports, Document filter, int limit) {
        if (Ports.none(ports)) {
            return new ArrayList<>();
        }
        PortFilter.restrict(filter, ports);
        if (!filter.containsKey(PORT)) {
            filter.append(PORT, new Document("$gt", ""));
        }
        return read(filter, PORT, limit);
    }

    private List<SavedFilter> read(Document filter, String order, int limit) {
        index();
        return collection
                .find(filter)
                .sort(new Document(order, 1))
                .limit(limit)
                .map(MongoSavedFilters::filter)
                .into(new ArrayList<>());
    }

    @Override
    public long count(Key like) {
        index();
        UserId owner = like.owner();
        var whose = owner != null
                ? new Document(OWNER, owner.value())
                : new Document(PORT, Objects.requireNonNull(like.port()).value());
        return collection.countDocuments(whose);
    }

    @Override
    public boolean save(SavedFilter filter) {
        index();
        Key key = filter.key();
        var document = new Document("_id", id(key)).append(NAME, key.name());
        put(document, OWNER, key.owner() == null ? null : key.owner().value());
        put(document, PORT, key.port() == null ? null : key.port().value());
        document.append(DATA, LanguageJson.mapper().writeValueAsString(filter));
        var result = collection.replaceOne(new Document("_id", id(key)), document, new ReplaceOptions().upsert(true));
        return result.getMatchedCount() == 0;
    }

    private static void put(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    @Override
    public boolean remove(Key key) {
        return collection.deleteOne(new Document("_id", id(key))).getDeletedCount() == 1;
    }

    /** The document identifier. Names contain no colon, so different keys get different identifiers. */
    private static String id(Key key) {
        return key.owner() != null
                ? "own:" + key.name() + ":" + key.owner().value()
                : "port:" + key.name() + ":" + key.port();
    }

    private static SavedFilter filter(Document document) {
        return LanguageJson.readOnRecord(document.getString(DATA), SavedFilter.class);
    }

    /** Creates the index on first use, not at startup, which must not wait for a database. */
    private void index() {
        if (!indexed) {
            collection.createIndexes(List.of(
                    new IndexModel(ascending(OWNER, NAME), new IndexOptions().sparse(true)),
                    new IndexModel(ascending(PORT), new IndexOptions().sparse(true)),
                    new IndexModel(ascending(NAME, PORT), new IndexOptions().sparse(true))));
            indexed = true;
        }
    }
}
