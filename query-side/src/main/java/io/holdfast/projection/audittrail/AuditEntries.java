package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;

/** Reads audit entries. */
public interface AuditEntries {
    /** The port of a shipment that has audit entries. */
    Optional<PortCode> port(ShipmentId shipment);

    /** The entries of a shipment in log order, at most {@code limit} of them. */
    List<AuditEntry> trail(ReadAuditTrail question, int limit);

    /** The entries that match filter and scope, by time and position, at most {@code limit} of them. */
    List<AuditEntry> search(SearchAudit question, int limit);

    /** The position up to which every event has its entry; -1 before the first. */
    long position();
}
