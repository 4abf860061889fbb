package io.holdfast.projection.audittrail.mongo;

import static io.holdfast.projection.audittrail.AuditTrailProjection.ENTRIES;
import static io.holdfast.projection.audittrail.AuditTrailProjection.NAME;
import static io.holdfast.projection.audittrail.AuditTrailProjection.SHIPMENTS;
import static io.holdfast.projection.audittrail.mongo.AuditEntryMapping.*;

import com.mongodb.client.model.Sorts;
import io.holdfast.projection.audittrail.AuditEntries;
import io.holdfast.projection.audittrail.KnownShipment;
import io.holdfast.projection.support.mongo.LiveGenerations;
import io.holdfast.projection.support.mongo.ReadablePage;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads audit entries from the live generation. */
@Component
class MongoAuditEntries implements AuditEntries {
    private final LiveGenerations models;
    private final AuditEntryMapping mapping;
    private final KnownShipmentMapping known;

    MongoAuditEntries(LiveGenerations models, AuditEntryMapping mapping, KnownShipmentMapping known) {
        this.models = models;
        this.mapping = mapping;
        this.known = known;
    }

    @Override
    public Optional<PortCode> port(ShipmentId shipment) {
        return Optional.ofNullable(models.collection(NAME, SHIPMENTS)
                        .find(new Document("_id", shipment.value()))
                        .first())
                .map(known::fromDocument)
                .map(KnownShipment::port);
    }

    @Override
    public List<AuditEntry> trail(ReadAuditTrail question, int limit) {
        var filter = new Document(SHIPMENT, question.shipment().value());
        if (question.after() != null) {
            filter.append(POSITION, new Document(question.newestFirst() ? "$lt" : "$gt", question.after()));
        }
        return read(filter, order(POSITION, question.newestFirst()), limit);
    }

    @Override
    public List<AuditEntry> search(SearchAudit question, int limit) {
        return AuditFilter.of(question)
                .map(filter -> read(filter, order(TIME, question.newestFirst()), limit))
                .orElse(List.of());
    }

    @Override
    public long position() {
        return models.position(NAME);
    }

    private static Bson order(String field, boolean descending) {
        return descending ? Sorts.descending(field) : Sorts.ascending(field);
    }

    private List<AuditEntry> read(Document filter, Bson order, int limit) {
        var found = models.collection(NAME, ENTRIES).find(filter).sort(order);
        return ReadablePage.of(found, mapping::fromDocument, limit);
    }
}
