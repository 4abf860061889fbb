package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.HoldId;

/** The case has active holds, but not this one. */
public final class NoSuchHold extends Refusal {
    private static final long serialVersionUID = 1L;

    NoSuchHold(HoldId id) {
        super("There is no active hold " + id + " on this shipment");
    }
}
