package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Targeted;
import io.holdfast.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Policy: a release without an exam needs a waiver from the closed list; a release after an exam must not have one. */
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
