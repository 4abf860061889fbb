package io.holdfast.projection.casefile.web;

import io.holdfast.shipment.ShipmentId;

/**
 * There is no such case in the caller's ports, or there was none at that time. A case elsewhere gets the same answer.
 */
final class NoSuchCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchCaseException(ShipmentId shipment) {
        super("There is no shipment " + shipment.value() + " in your ports");
    }
}
