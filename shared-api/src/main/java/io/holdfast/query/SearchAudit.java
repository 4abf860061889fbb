package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query: audit entries across all cases. An entry must match every given filter. Entries about rule sets belong to no
 * port and are shown to every permitted caller, unless the filter names a port.
 *
 * @param scope the ports that the caller may see
 * @param withLogic whether scores and weights are included
 * @param filter limits which entries are returned
 * @param newestFirst whether the newest comes first; the order is by time and then position
 * @param after the cursor of the previous page, if any
 * @param limit the most entries to return
 */
public record SearchAudit(
        PortScope scope,
        boolean withLogic,
        Filter filter,
        boolean newestFirst,
        @Nullable String after,
        int limit) {

    /**
     * Limits which entries are returned; absent criteria match everything.
     *
     * @param actor who did it
     * @param port the shipment's port of entry
     * @param action the event's logical name
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     */
    public record Filter(
            @Nullable UserId actor,
            @Nullable PortCode port,
            @Nullable String action,
            @Nullable ShipmentId shipment,
            @Nullable String correlationId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * One page; it is the last one if {@code next} is absent.
     *
     * @param position every event up to this log position has its entry; -1 before the first
     */
    public record Page(List<AuditEntry> items, @Nullable String next, long position) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same query for the entries after a cursor. */
    public SearchAudit after(@Nullable String cursor) {
        return new SearchAudit(scope, withLogic, filter, newestFirst, cursor, limit);
    }

    /** The same query with another page size. */
    public SearchAudit limited(int entries) {
        return new SearchAudit(scope, withLogic, filter, newestFirst, after, entries);
    }
}
