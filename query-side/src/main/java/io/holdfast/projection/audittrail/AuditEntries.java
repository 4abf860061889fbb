package io.holdfast.projection.audittrail;

import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;

/** Where audit entries are read from. */
public interface AuditEntries {
    /** The port of a shipment that has entries. */
    Optional<PortCode> port(ShipmentId shipment);

    /** The entries of a shipment in the order of the log, at most {@code limit} of them. */
    List<AuditEntry> trail(ReadAuditTrail question, int limit);

    /** The entries within the filter and scope in the order of time and position, at most {@code limit} of them. */
    List<AuditEntry> search(SearchAudit question, int limit);

    /** Every event up to this position has its entry; -1 before the first. */
    long position();
}
