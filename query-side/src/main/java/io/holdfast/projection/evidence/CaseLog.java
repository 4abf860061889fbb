package io.holdfast.projection.evidence;

import io.holdfast.actor.PortScope;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentCleared;
import io.holdfast.shipment.event.ShipmentEvent.ShipmentTargeted;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events of a case, from the log itself: what was just attached is there. */
@Component
public class CaseLog {
    private final EventStore log;

    CaseLog(EventStore log) {
        this.log = log;
    }

    /**
     * An event of the case.
     *
     * @param id its identifier in the log
     * @param version its number within the case, from 1
     */
    public record Entry(String id, long version, ShipmentEvent event) {}

    /**
     * All events of a case in their order; none for a case that is not in scope, as if it did not exist.
     *
     * @throws UnreadableEventException when one of them cannot be read
     */
    public List<Entry> of(ShipmentId shipment, PortScope scope) {
        return UnreadEvents.naming(log, shipment.value(), () -> read(shipment, scope));
    }

    private List<Entry> read(ShipmentId shipment, PortScope scope) {
        // From the first event on: without a number a snapshot of the aggregate might come in its place.
        List<Entry> entries = log.readEvents(shipment.value(), 0)
                .asStream()
                .filter(message -> message.getPayload() instanceof ShipmentEvent)
                .map(CaseLog::entry)
                .toList();
        return isIn(scope, entries) ? entries : List.of();
    }

    /** A piece of evidence of a case in scope. */
    public Optional<Evidence> evidence(ShipmentId shipment, EntryId evidence, PortScope scope) {
        return of(shipment, scope).stream()
                .map(Entry::event)
                .filter(event -> event instanceof EvidenceAttached attached
                        && attached.evidenceId().equals(evidence))
                .map(event -> ((EvidenceAttached) event).evidence())
                .findFirst();
    }

    private static Entry entry(DomainEventMessage<?> message) {
        return new Entry(
                message.getIdentifier(), message.getSequenceNumber() + 1, (ShipmentEvent) message.getPayload());
    }

    private static boolean isIn(PortScope scope, List<Entry> entries) {
        return entries.stream()
                .map(entry -> declared(entry.event()))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(declared -> scope.includes(declared.port()))
                .isPresent();
    }

    private static @Nullable Declaration declared(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e -> e.declaration();
            case ShipmentCleared e -> e.declaration();
            default -> null;
        };
    }
}
