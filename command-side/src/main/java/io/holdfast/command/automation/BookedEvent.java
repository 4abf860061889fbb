package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * An event of a shipment, as the book needs it.
 *
 * @param version its number within the shipment, from 1
 */
record BookedEvent(ShipmentEvent event, long version) {
    /** Empty for an event that tells nothing of clocks. Only one that tells of them, or of which that is not known, is read. */
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

    /** What is known after it; what was seen before changes nothing, nor does what follows on a parked one. */
    Known after(Known before) {
        return before.parked() || version <= before.version()
                ? before
                : new Known(version, before.clocks().after(event));
    }
}
