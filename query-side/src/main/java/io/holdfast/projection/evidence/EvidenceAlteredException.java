package io.holdfast.projection.evidence;

import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;

/** A stored file no longer has the digest that its event recorded. */
public final class EvidenceAlteredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvidenceAlteredException(ShipmentId shipment, Evidence evidence) {
        super("The stored file " + evidence.fileName() + " of " + shipment.value()
                + " is not the one that was attached: its SHA-256 is not "
                + evidence.sha256().value());
    }
}
