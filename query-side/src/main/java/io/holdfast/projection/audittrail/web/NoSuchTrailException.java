package io.holdfast.projection.audittrail.web;

import io.holdfast.shipment.ShipmentId;

/** There is no such case in the caller's ports. A case elsewhere gets the same answer. */
final class NoSuchTrailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchTrailException(ShipmentId shipment) {
        super("There is no shipment " + shipment.value() + " in your ports");
    }
}
