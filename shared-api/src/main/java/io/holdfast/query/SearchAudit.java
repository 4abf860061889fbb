package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, anywhere? All filters that are given must hold. Entries about rule sets belong to no port and are shown to
 * everyone who may ask, unless a port is given.
 *
 * @param scope the ports that the caller sees
 * @param withLogic whether scores and weights are shown
 * @param filter which entries
 * @param newestFirst the order, by time and then position
 * @param after the cursor of the page before, if any
 * @param limit at most so many entries
 */
public record SearchAudit(
        PortScope scope,
        boolean withLogic,
        Filter filter,
        boolean newestFirst,
        @Nullable String after,
        int limit) {

    /**
     * Which entries; what is absent does not matter.
     *
     * @param actor who did it
     * @param port the shipment's port of entry
     * @param action logical name of the event
     * @param from not before
     * @param to before
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
     * A page; without {@code next} it is the last.
     *
     * @param position every event up to this position of the log has its entry; -1 before the first
     */
    public record Page(List<AuditEntry> items, @Nullable String next, long position) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** The same question for the entries after a cursor. */
    public SearchAudit after(@Nullable String cursor) {
        return new SearchAudit(scope, withLogic, filter, newestFirst, cursor, limit);
    }

    /** The same question for other pages. */
    public SearchAudit limited(int entries) {
        return new SearchAudit(scope, withLogic, filter, newestFirst, after, entries);
    }
}
