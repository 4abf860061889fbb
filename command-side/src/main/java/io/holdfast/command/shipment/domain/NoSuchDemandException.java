package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.DemandId;

/** A demand for redelivery is pending, but not this one. */
public final class NoSuchDemandException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NoSuchDemandException(DemandId id) {
        super("There is no pending demand " + id + " for this shipment");
    }
}
