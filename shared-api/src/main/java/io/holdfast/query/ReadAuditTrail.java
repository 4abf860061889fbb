package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shipment, and who did it? The answer is an optional {@link Page}: empty when there is no such case in scope.
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

    /** A page; without {@code next} it is the last. */
    public record Page(List<AuditEntry> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
