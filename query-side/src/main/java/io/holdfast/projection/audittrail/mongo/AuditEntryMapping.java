package io.holdfast.projection.audittrail.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.audittrail.AuditTime;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.query.AuditEntry;
import io.holdfast.runtime.json.LanguageJson;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An audit entry as JSON, with the fields beside it by which it is searched. */
@Component
class AuditEntryMapping implements DocumentMapping<AuditEntry> {
    /** Moment and position; see {@link AuditTime}. */
    static final String TIME = "time";

    static final String POSITION = "position";
    static final String SHIPMENT = "shipment";
    static final String PORT = "port";
    static final String ACTOR = "actor";
    static final String ACTION = "action";
    static final String CORRELATION = "correlation";
    /** The port of entries that belong to none. */
    static final String NO_PORT = "-";

    private static final String DATA = "data";

    @Override
    public String projection() {
        return AuditTrailProjection.NAME;
    }

    @Override
    public ShelfName<AuditEntry> shelf() {
        return AuditTrailProjection.ENTRIES;
    }

    /** One for each filter, in the order of the answer: any filter leaves one range to read. */
    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(ascending(TIME)),
                new IndexModel(ascending(ACTOR, TIME)),
                new IndexModel(ascending(ACTION, TIME)),
                new IndexModel(ascending(PORT, TIME)),
                new IndexModel(ascending(CORRELATION, TIME)),
                new IndexModel(ascending(SHIPMENT, TIME)),
                new IndexModel(ascending(SHIPMENT, POSITION)));
    }

    @Override
    public Document toDocument(AuditEntry entry) {
        var document = new Document(TIME, AuditTime.key(entry)).append(POSITION, entry.position());
        put(document, SHIPMENT, entry.shipmentId());
        if (entry.port() != null) {
            document.append(PORT, entry.port().value());
        } else if (entry.shipmentId() == null) {
            document.append(PORT, NO_PORT);
        }
        put(document, ACTOR, entry.actor());
        put(document, ACTION, entry.action());
        put(document, CORRELATION, entry.correlationId());
        return document.append(DATA, LanguageJson.mapper().writeValueAsString(entry));
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value.toString());
        }
    }

    @Override
    public AuditEntry fromDocument(Document document) {
        return LanguageJson.read(document.getString(DATA), AuditEntry.class);
    }
}
