package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * A shipment event that affects legal clocks, as input for the clock book.
 *
 * @param version the event's number within the shipment, from 1
 */
record BookedEvent(ShipmentEvent event, long version) {
    /**
     * Empty for an event that does not affect clocks. Only events that do, or whose type is unknown, are deserialized.
     */
    static Optional<BookedEvent> of(DomainEventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        boolean read = Clocks.TOLD_BY.contains(type) || type == UnknownSerializedType.class;
        return read && message.getPayload() instanceof ShipmentEvent event
                ? Optional.of(new BookedEvent(event, message.getSequenceNumber() + 1))
                : Optional.empty();
    }

    ShipmentId shipment() {
        return event.shipmentId();
    }

    /** The clocks after this event. Events seen before, and events of a parked shipment, change nothing. */
    Known after(Known before) {
        return before.parked() || version <= before.version()
                ? before
                : new Known(version, before.clocks().after(event));
    }
}
