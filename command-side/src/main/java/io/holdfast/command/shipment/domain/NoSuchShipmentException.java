package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ShipmentId;

/** There is no case of this shipment, or it is outside the caller's scope; the message is the same for both. */
public final class NoSuchShipmentException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    public NoSuchShipmentException(ShipmentId shipment) {
        super("There is no case of shipment " + shipment);
    }
}
