package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.SeizureRequestId;

/** A request to seize is pending, but not this one. */
public final class NoSuchSeizureRequestException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NoSuchSeizureRequestException(SeizureRequestId id) {
        super("There is no pending request " + id + " to seize this shipment");
    }
}
