package io.holdfast.projection.casefile;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.query.AsOf;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.runtime.json.EventName;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Case files as they were: the events of a shipment, read from the log and folded up to then. */
@Component
class CaseHistory {
    private final EventStore events;

    CaseHistory(EventStore events) {
        this.events = events;
    }

    /**
     * The file as it was, whatever its port; empty when there was none then, or when there is no such version yet.
     *
     * @throws UnreadableEventException when an event up to then cannot be read
     */
    Optional<CaseFile> find(ShipmentId shipment, AsOf asOf) {
        return UnreadEvents.naming(events, shipment.value(), () -> read(shipment, asOf));
    }

    private Optional<CaseFile> read(ShipmentId shipment, AsOf asOf) {
        // From the first event on: without a number a snapshot of the aggregate might come in its place.
        DomainEventStream stream = events.readEvents(shipment.value(), 0);
        CaseFile file = null;
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (!(message.getPayload() instanceof ShipmentEvent event)
                    || !counts(asOf, message.getSequenceNumber() + 1, event)) {
                break;
            }
            file = after(file, message, event);
        }
        return Optional.ofNullable(file).filter(found -> isWhole(asOf, found));
    }

    private static boolean counts(AsOf asOf, long version, ShipmentEvent event) {
        return switch (asOf) {
            case AsOf.Version(long last) -> version <= last;
            case AsOf.Moment(var moment) -> !event.at().isAfter(moment);
        };
    }

    private static boolean isWhole(AsOf asOf, CaseFile found) {
        return !(asOf instanceof AsOf.Version(long last)) || found.version() == last;
    }

    private static @Nullable CaseFile after(
            @Nullable CaseFile before, DomainEventMessage<?> message, ShipmentEvent event) {
        String name = EventNames.of(event.getClass()).map(EventName::name).orElseThrow();
        Object by = message.getMetaData().get(MetadataKeys.ACTOR);
        var act = new Act(message.getSequenceNumber() + 1, event.at(), by == null ? null : by.toString());
        return CaseFold.fold(before, event, name, act).orElse(null);
    }
}
