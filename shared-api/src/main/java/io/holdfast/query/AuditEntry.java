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
 * One event as an auditor reads it, as structured data rather than prose. There is exactly one entry per event.
 *
 * @param position the event's position in the log; only ever grows
 * @param shipmentId the shipment; absent for rule sets
 * @param port the shipment's port of entry; absent for rule sets
 * @param version the number of the event within its case, from 1
 * @param action the event's logical name, such as {@code shipment.hold-placed}
 * @param revision the revision of the event's JSON
 * @param at when it was decided
 * @param actor who did it
 * @param roles the actor's roles, sorted
 * @param dutyPort the actor's port of duty
 * @param address the actor's network address
 * @param reason the grounds given, if any
 * @param changes what the event changed
 * @param refersTo the version of the earlier entry in the same case that this one ends, decides, answers or corrects
 * @param facts the event's content by path, such as {@code lines[0].quantity.amount}; leaves out what is in the other
 *     fields
 * @param logic likewise, the part that only targeting people and auditors may see: scores, weights, propensity
 * @param correlationId shared by everything that one request caused
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
     * One value that the event changed.
     *
     * @param field its path, such as {@code status}, {@code assignee}, {@code holds.h1} or {@code result.findings[0]}
     * @param before absent when there was nothing
     * @param after absent when the value was removed
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** A copy for those who may not see the rule logic. */
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
