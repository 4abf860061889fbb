package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shipment, and who did it?
 *
 * @param shipment which shipment
 * @param scope the ports that the caller sees
 * @param withLogic whether scores and weights are shown
 * @param newestFirst the order, which is that of the log
 * @param after the position of the last entry of the page before, if any
 * @param limit at most so many entries
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

    /** A page; without {@code next} it is the last. */
    public record Page(List<AuditEntry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same question for the entries after a position. */
    public ReadAuditTrail after(@Nullable Long position) {
        return new ReadAuditTrail(shipment, scope, withLogic, newestFirst, position, limit);
    }

    /** The same question for other pages. */
    public ReadAuditTrail limited(int entries) {
        return new ReadAuditTrail(shipment, scope, withLogic, newestFirst, after, entries);
    }
}
