package io.holdfast.query;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as an auditor reads it: structure, never a sentence. There is exactly one for each event.
 *
 * @param position where the event stands in the log; only grows
 * @param shipmentId which shipment; absent for rule sets
 * @param port the shipment's port of entry; absent for rule sets
 * @param version the number of the event within its case, from 1
 * @param action logical name of the event, such as {@code shipment.hold-placed}
 * @param revision of the event's shape
 * @param at when it was decided
 * @param actor who
 * @param roles in which roles, sorted
 * @param dutyPort where that person was on duty
 * @param address from which network address
 * @param reason the grounds given, if any
 * @param changes what is different afterwards
 * @param refersTo the version of the entry in the same case that this one ends, decides, answers or corrects
 * @param facts what the event says, by path, such as {@code lines[0].quantity.amount}; without what stands elsewhere here
 * @param logic likewise what only targeting people and auditors see: scores, weights, propensity
 * @param correlationId the same for everything that one request caused
 * @param causationId the message that directly caused the event
 * @param eventId the event's own identifier
 */
public record AuditEntry(
        long position,
        @Nullable ShipmentId shipmentId,
        @Nullable PortCode port,
        long version,
        String action,
        String revision,
        Instant at,
        @Nullable String actor,
        List<String> roles,
        @Nullable String dutyPort,
        @Nullable String address,
        @Nullable String reason,
        List<Change> changes,
        @Nullable Long refersTo,
        Map<String, String> facts,
        Map<String, String> logic,
        @Nullable String correlationId,
        @Nullable String causationId,
        String eventId) {

    public AuditEntry {
        roles = List.copyOf(roles);
        changes = List.copyOf(changes);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        logic = Collections.unmodifiableMap(new LinkedHashMap<>(logic));
    }

    /**
     * Something that is different afterwards.
     *
     * @param field such as {@code status}, {@code assignee}, {@code holds.h1} or {@code result.findings[0]}
     * @param before absent when there was nothing
     * @param after absent when there is nothing any more
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** For those who may not see how rules decide. */
    public AuditEntry withoutLogic() {
        return new AuditEntry(
                position,
                shipmentId,
                port,
                version,
                action,
                revision,
                at,
                actor,
                roles,
                dutyPort,
                address,
                reason,
                changes,
                refersTo,
                facts,
                Map.of(),
                correlationId,
                causationId,
                eventId);
    }
}
