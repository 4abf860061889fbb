package io.holdfast.command.automation;

import io.holdfast.command.automation.ClockBook.Known;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentId;

/**
 * An event of a shipment, as the book needs it.
 *
 * @param version its number within the shipment, from 1
 */
record BookedEvent(ShipmentEvent event, long version) {
    ShipmentId shipment() {
        return event.shipmentId();
    }

    /** What is known after it; what was seen before changes nothing. */
    Known after(Known before) {
        return version <= before.version()
                ? before
                : new Known(version, before.clocks().after(event));
    }
}
