package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ShipmentId;

/** This shipment already has a case with another declaration; the message does not reveal that declaration. */
public final class DifferentDeclarationException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    DifferentDeclarationException(ShipmentId shipment) {
        super("Shipment " + shipment + " is known with another declaration");
    }
}
