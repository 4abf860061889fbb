package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ShipmentId;

/** There is a case of this shipment already, with another declaration; which one is not told. */
public final class DifferentDeclarationException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    DifferentDeclarationException(ShipmentId shipment) {
        super("Shipment " + shipment + " is known with another declaration");
    }
}
