package io.holdfast.projection.audittrail.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import io.holdfast.projection.answer.mongo.JsonMapping;
import io.holdfast.projection.audittrail.AuditTime;
import io.holdfast.projection.audittrail.AuditTrailProjection;
import io.holdfast.query.AuditEntry;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps an audit entry to a document, with extra fields for searching. */
@Component
class AuditEntryMapping extends JsonMapping<AuditEntry> {
    /** Moment and position; see {@link AuditTime}. */
    static final String TIME = "time";

    static final String POSITION = "position";
    static final String SHIPMENT = "shipment";
    static final String PORT = "port";
    static final String ACTOR = "actor";
    static final String ACTION = "action";
    static final String CORRELATION = "correlation";

    /** The port value of entries that have no port. */
    static final String NO_PORT = "-";

    AuditEntryMapping() {
        super(AuditTrailProjection.NAME, AuditTrailProjection.ENTRIES);
    }

    /** One index per filter, in the order of the results, so each filter reads a single range. */
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
    protected Document fields(AuditEntry entry) {
        var document = new Document(TIME, AuditTime.key(entry)).append(POSITION, entry.position());
        put(document, SHIPMENT, entry.shipmentId());
        put(document, PORT, entry.shipmentId() == null ? NO_PORT : entry.port());
        put(document, ACTOR, entry.actor());
        put(document, ACTION, entry.action());
        put(document, CORRELATION, entry.correlationId());
        return document;
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value.toString());
        }
    }
}
