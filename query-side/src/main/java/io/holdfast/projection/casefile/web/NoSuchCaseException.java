package io.holdfast.projection.casefile.web;

import io.holdfast.runtime.web.Problems;
import io.holdfast.shipment.ShipmentId;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no such case in the caller's ports: 404, whether or not there is one elsewhere. */
final class NoSuchCaseException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    NoSuchCaseException(ShipmentId shipment) {
        super(
                HttpStatus.NOT_FOUND,
                Problems.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Not found",
                        "There is no shipment " + shipment.value() + " in your ports"),
                null);
    }
}
