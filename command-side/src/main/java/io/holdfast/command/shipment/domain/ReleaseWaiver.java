package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Targeted;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** A release without an exam is explained by a waiver of the closed list; one with an exam has nothing to waive. */
final class ReleaseWaiver {
    private ReleaseWaiver() {}

    static void check(Declared stage, @Nullable WaiverReason waiver) {
        boolean unexamined = stage instanceof Targeted;
        if (unexamined && waiver == null) {
            throw new WaiverRequiredException();
        }
        if (!unexamined && waiver != null) {
            throw new InvalidValueException("waiver", "must be left out, because the shipment was examined");
        }
    }
}
