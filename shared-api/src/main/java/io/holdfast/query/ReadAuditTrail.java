package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: the audit trail of one shipment.
 *
 * @param shipment the shipment
 * @param scope the ports that the caller may see
 * @param withLogic whether scores and weights are included
 * @param newestFirst whether the newest comes first; the order is that of the log
 * @param after the position of the last entry of the previous page, if any
 * @param limit the most entries to return
 */
public record ReadAuditTrail(
        ShipmentId shipment,
        PortScope scope,
        boolean withLogic,
        boolean newestFirst,
        @Nullable Long after,
        int limit) {

    /** A page of the trail; absent when there is no such case in scope. */
    public record Answer(@Nullable Page page) {}

    /** One page; it is the last one if {@code next} is absent. */
    public record Page(List<AuditEntry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same query for the entries after a position. */
    public ReadAuditTrail after(@Nullable Long position) {
        return new ReadAuditTrail(shipment, scope, withLogic, newestFirst, position, limit);
    }

    /** The same query with another page size. */
    public ReadAuditTrail limited(int entries) {
        return new ReadAuditTrail(shipment, scope, withLogic, newestFirst, after, entries);
    }
}
