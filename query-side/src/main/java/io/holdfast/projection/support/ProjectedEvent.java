package io.holdfast.projection.support;

import io.holdfast.actor.MetadataKeys;
import java.time.Instant;
import java.util.Map;

/**
 * An event as projections see it.
 *
 * @param payload a ShipmentEvent, a RuleSetEvent or a DraftEvent
 * @param id identifier of the event message
 * @param name logical name and, after {@code #}, revision, such as {@code shipment.hold-placed#1}
 * @param aggregate identifier of the aggregate: the shipment, or the series of rule sets
 * @param version number of events of the aggregate up to and with this one, as in an ETag
 * @param position position in the log; only grows
 * @param timestamp when it was stored, by the clock of the command side
 * @param metadata who, in which role, for which port, from where and in what connection; keys as in {@link MetadataKeys}
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
