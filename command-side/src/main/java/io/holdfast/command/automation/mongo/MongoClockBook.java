package io.holdfast.command.automation.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.holdfast.command.automation.ClockBook;
import io.holdfast.command.automation.ClockStep;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.Clocks;
import io.holdfast.shipment.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document for each shipment that ever had a clock, with an indexed date for each step that is to be taken. What has no clock
 * any more keeps its version, so that a node that is behind does not bring it back.
 */
final class MongoClockBook implements ClockBook {
    static final String COLLECTION = "clocks";
    static final String POSITIONS = "clock-positions";

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String CLOCKS = "clocks";
    private static final String POSITION = "position";
    private static final String BOOK = "book";

    private final MongoCollection<Document> clocks;
    private final MongoCollection<Document> positions;
    private volatile boolean indexed;

    MongoClockBook(MongoDatabase database) {
        clocks = database.getCollection(COLLECTION);
        positions = database.getCollection(POSITIONS);
    }

    @Override
    public long position() {
        Document stored = positions.find(new Document(ID, BOOK)).first();
        return stored == null ? -1 : stored.getLong(POSITION);
    }

    @Override
    public void reached(long position) {
        var behind = new Document(ID, BOOK).append(POSITION, new Document("$lt", position));
        var moved = positions.updateOne(behind, new Document("$set", new Document(POSITION, position)));
        if (moved.getMatchedCount() == 0) {
            inserted(positions, new Document(ID, BOOK).append(POSITION, position)); // unless somebody is further
        }
    }

    @Override
    public Map<ShipmentId, Known> known(Collection<ShipmentId> shipments) {
        var ids = shipments.stream().map(ShipmentId::value).toList();
        var known = new HashMap<ShipmentId, Known>();
        for (Document d : clocks.find(new Document(ID, new Document("$in", ids)))) {
            known.put(new ShipmentId(d.getString(ID)), new Known(d.getLong(VERSION), clocks(d)));
        }
        return known;
    }

    @Override
    public Collection<ShipmentId> write(Map<ShipmentId, Known> before, Map<ShipmentId, Known> after) {
        ensureIndexes();
        var lost = new ArrayList<ShipmentId>();
        after.forEach((shipment, known) -> {
            if (!written(shipment, before.get(shipment), known)) {
                lost.add(shipment);
            }
        });
        return lost;
    }

    private boolean written(ShipmentId shipment, @Nullable Known before, Known after) {
        Document document = document(shipment, after);
        if (before == null) {
            return inserted(clocks, document);
        }
        var seen = new Document(ID, shipment.value()).append(VERSION, before.version());
        return clocks.replaceOne(seen, document).getMatchedCount() == 1;
    }

    private static Document document(ShipmentId shipment, Known known) {
        var document = new Document(ID, shipment.value())
                .append(VERSION, known.version())
                .append(CLOCKS, LanguageJson.mapper().writeValueAsString(known.clocks()));
        for (ClockStep step : ClockStep.values()) {
            step.firstDueAt(known.clocks()).ifPresent(at -> document.append(step.name(), Date.from(at)));
        }
        return document;
    }

    @Override
    public List<Page> due(ClockStep step, Instant now, int limit) {
        ensureIndexes();
        return clocks.find(new Document(step.name(), new Document("$lte", Date.from(now))))
                .sort(new Document(step.name(), 1))
                .limit(limit)
                .map(d -> new Page(new ShipmentId(d.getString(ID)), clocks(d)))
                .into(new ArrayList<>());
    }

    private static Clocks clocks(Document document) {
        return LanguageJson.readOnRecord(document.getString(CLOCKS), Clocks.class);
    }

    private static boolean inserted(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private void ensureIndexes() {
        if (!indexed) {
            for (ClockStep step : ClockStep.values()) {
                clocks.createIndex(Indexes.ascending(step.name()), new IndexOptions().sparse(true));
            }
            indexed = true;
        }
    }
}
