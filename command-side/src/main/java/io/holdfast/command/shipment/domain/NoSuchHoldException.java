package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.HoldId;

/** The case has active holds, but not this one. */
public final class NoSuchHoldException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NoSuchHoldException(HoldId id) {
        super("There is no active hold " + id + " on this shipment");
    }
}
