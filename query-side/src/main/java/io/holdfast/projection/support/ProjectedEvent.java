package io.holdfast.projection.support;

import io.holdfast.actor.MetadataKeys;
import java.time.Instant;
import java.util.Map;

/**
 * An event as it is passed to projections.
 *
 * @param payload a ShipmentEvent, a RuleSetEvent or a DraftEvent
 * @param id identifier of the event message
 * @param name logical name and, after {@code #}, revision, such as {@code shipment.hold-placed#1}
 * @param aggregate identifier of the aggregate: the shipment, or the series of rule sets
 * @param version number of events of the aggregate up to and including this one, as in an ETag
 * @param position position in the log; always increasing
 * @param timestamp when it was stored, by the clock of the command side
 * @param metadata actor, roles, port, address, correlation and causation; keys as in {@link MetadataKeys}
 */
public record ProjectedEvent(
        Object payload,
        String id,
        String name,
        String aggregate,
        long version,
        long position,
        Instant timestamp,
        Map<String, String> metadata) {
    public ProjectedEvent {
        metadata = Map.copyOf(metadata);
    }
}
