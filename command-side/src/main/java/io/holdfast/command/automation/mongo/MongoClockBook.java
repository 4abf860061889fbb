package io.holdfast.command.automation.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.holdfast.command.automation.ClockBook;
import io.holdfast.command.automation.ClockStep;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.log.ParkedItem;
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
 * One document for each shipment that ever had a clock, with an indexed date for each step that is to be taken. A
 * shipment without running clocks keeps its version, so that a node that lags behind does not bring old clocks back. A
 * rebuilt book gets its own collection, so that a node that still writes the old one cannot damage it.
 */
final class MongoClockBook implements ClockBook {
    static final String COLLECTION = "clocks";
    static final String POSITIONS = "clock-positions";

    private static final String ID = "_id";

    private final MongoDatabase database;
    private final ClockBookPosition place;
    private final java.util.Set<String> indexed = java.util.concurrent.ConcurrentHashMap.newKeySet();

    MongoClockBook(MongoDatabase database) {
        this.database = database;
        place = new ClockBookPosition(database.getCollection(POSITIONS));
    }

    @Override
    public LogMark reached() {
        return place.read();
    }

    @Override
    public void reached(LogMark mark) {
        place.write(mark);
    }

    @Override
    public void clear() {
        String old = name();
        if (place.beginAnew()) {
            database.getCollection(old).drop();
        }
    }

    private String name() {
        return place.book() == 0 ? COLLECTION : COLLECTION + "_" + place.book();
    }

    /** The collection of the current book, with its indexes. */
    private MongoCollection<Document> clocks() {
        String name = name();
        MongoCollection<Document> clocks = database.getCollection(name);
        if (!indexed.contains(name)) {
            for (ClockStep step : ClockStep.values()) {
                clocks.createIndex(Indexes.ascending(step.name()), new IndexOptions().sparse(true));
            }
            clocks.createIndex(Indexes.ascending(ClockDocuments.RETRY_AT), new IndexOptions().sparse(true));
            indexed.add(name);
        }
        return clocks;
    }

    @Override
    public Map<ShipmentId, Known> known(Collection<ShipmentId> shipments) {
        var ids = shipments.stream().map(ShipmentId::value).toList();
        var known = new HashMap<ShipmentId, Known>();
        for (Document d : clocks().find(new Document(ID, new Document("$in", ids)))) {
            known.put(new ShipmentId(d.getString(ID)), ClockDocuments.known(d).orElseGet(() -> unreadable(d)));
        }
        return known;
    }

    /** Schedules a document that cannot be read for a rebuild from the log. */
    private Known unreadable(Document page) {
        clocks().updateOne(
                        new Document(ID, page.getString(ID)),
                        new Document("$set", new Document(ClockDocuments.RETRY_AT, new Date(1))));
        return ClockDocuments.UNREADABLE;
    }

    @Override
    public Collection<ShipmentId> write(Map<ShipmentId, Known> before, Map<ShipmentId, Known> after) {
        var lost = new ArrayList<ShipmentId>();
        after.forEach((shipment, known) -> {
            if (!written(shipment, before.get(shipment), known)) {
                lost.add(shipment);
            }
        });
        return lost;
    }

    private boolean written(ShipmentId shipment, @Nullable Known before, Known after) {
        Document page = ClockDocuments.page(shipment, after);
        if (before == null) {
            return ClockBookPosition.inserted(clocks(), page);
        }
        var seen = new Document(ID, shipment.value())
                .append(ClockDocuments.VERSION, before.version())
                .append(ClockDocuments.RETRY_AT, null);
        return clocks().replaceOne(seen, page).getMatchedCount() == 1;
    }

    @Override
    public List<Page> due(ClockStep step, Instant now, int limit) {
        var due = new ArrayList<Page>();
        clocks().find(new Document(step.name(), new Document("$lte", Date.from(now))))
                .sort(new Document(step.name(), 1))
                .limit(limit)
                .forEach(d -> ClockDocuments.known(d)
                        .ifPresentOrElse(
                                known -> due.add(
                                        new Page(new ShipmentId(d.getString(ID)), known.version(), known.clocks())),
                                () -> unreadable(d)));
        return due;
    }

    @Override
    public boolean park(ParkedItem parked) {
        var one = new Document(ID, parked.aggregate());
        while (true) {
            Document before = clocks().find(one).first();
            if (before == null) {
                if (ClockBookPosition.inserted(clocks(), ClockDocuments.parked(parked))) {
                    return true;
                }
                continue; // another writer was first
            }
            boolean first = !before.containsKey(ClockDocuments.TROUBLE);
            var unparked = new Document(one).append(ClockDocuments.TROUBLE, new Document("$exists", false));
            var update = clocks().updateOne(first ? unparked : one, ClockDocuments.park(before, parked));
            if (update.getMatchedCount() > 0) {
                return first;
            }
        }
    }

    private static Document retriedBy(Date moment) {
        return new Document(ClockDocuments.RETRY_AT, new Document("$lte", moment));
    }

    /** Later than any date that is ever written, so that an index range finds all. */
    private static final Date NEVER = new Date(Long.MAX_VALUE);

    @Override
    public List<ShipmentId> toRetry(Instant now, int limit) {
        return clocks().find(retriedBy(Date.from(now)))
                .limit(limit)
                .map(d -> new ShipmentId(d.getString(ID)))
                .into(new ArrayList<>());
    }

    @Override
    public void retryAll(Instant now) {
        clocks().updateMany(
                        retriedBy(NEVER), new Document("$set", new Document(ClockDocuments.RETRY_AT, Date.from(now))));
    }

    @Override
    public void release(ShipmentId shipment, Known known) {
        var parked = new Document(ID, shipment.value()).append(ClockDocuments.RETRY_AT, new Document("$ne", null));
        Document before = clocks().find(parked).first();
        if (before != null) {
            clocks().replaceOne(parked, ClockDocuments.released(shipment, known, before));
        }
    }

    @Override
    public List<ParkedItem> parked(int limit) {
        return clocks().find(retriedBy(NEVER))
                .sort(new Document(ClockDocuments.TROUBLE + ".position", 1))
                .limit(limit)
                .map(ClockDocuments::item)
                .into(new ArrayList<>());
    }

    @Override
    public long countParked() {
        return clocks().countDocuments(retriedBy(NEVER));
    }
}
