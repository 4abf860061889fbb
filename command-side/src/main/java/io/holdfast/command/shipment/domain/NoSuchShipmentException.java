package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ShipmentId;

/** There is no case of this shipment, or none that the caller may know of; the two are not told apart. */
public final class NoSuchShipmentException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    public NoSuchShipmentException(ShipmentId shipment) {
        super("There is no case of shipment " + shipment);
    }
}
