package io.holdfast.projection.evidence;

import io.holdfast.actor.PortScope;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.EvidenceAttached;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Reads the events of a case directly from the log, so evidence that was just attached is included. */
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
     * Passes all events of a case to a listener, in order. A case that is not in scope has none, as if it did not
     * exist. Events are streamed, because a case can have any number of them.
     *
     * @return whether there is such a case in scope
     * @throws UnreadableEventException if an event cannot be read
     */
    public boolean tell(ShipmentId shipment, PortScope scope, Consumer<Entry> listener) {
        return UnreadEvents.naming(log, shipment.value(), () -> {
            boolean seen = isIn(scope, shipment);
            if (seen) {
                read(shipment).forEach(listener);
            }
            return seen;
        });
    }

    /** A piece of evidence of a case, if the case is in scope. */
    public Optional<Evidence> evidence(ShipmentId shipment, EntryId evidence, PortScope scope) {
        return UnreadEvents.naming(
                log,
                shipment.value(),
                () -> isIn(scope, shipment)
                        ? read(shipment)
                                .map(Entry::event)
                                .filter(event -> event instanceof EvidenceAttached attached
                                        && attached.evidenceId().equals(evidence))
                                .map(event -> ((EvidenceAttached) event).evidence())
                                .findFirst()
                        : Optional.empty());
    }

    private Stream<Entry> read(ShipmentId shipment) {
        // Start at 0 explicitly: without a number, a snapshot of the aggregate might be returned instead of its events.
        return log.readEvents(shipment.value(), 0)
                .asStream()
                .filter(message -> message.getPayload() instanceof ShipmentEvent)
                .map(CaseLog::entry);
    }

    private static Entry entry(DomainEventMessage<?> message) {
        return new Entry(
                message.getIdentifier(), message.getSequenceNumber() + 1, (ShipmentEvent) message.getPayload());
    }

    /** Whether the case is in scope, by the port in its declaration. */
    private boolean isIn(PortScope scope, ShipmentId shipment) {
        return read(shipment)
                .flatMap(entry -> entry.event().declared().stream())
                .findFirst()
                .filter(declared -> scope.includes(declared.port()))
                .isPresent();
    }
}
