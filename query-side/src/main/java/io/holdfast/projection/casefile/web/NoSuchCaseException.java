package io.holdfast.projection.casefile.web;

import io.holdfast.shipment.ShipmentId;

/** There is no such case in the caller's ports, or was none then, whether or not there is one elsewhere. */
final class NoSuchCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCaseException(ShipmentId shipment) {
        super("There is no shipment " + shipment.value() + " in your ports");
    }
}
