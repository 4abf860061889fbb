package io.holdfast.command.shipment.domain;

import io.holdfast.value.PortCode;

/** A case would be opened at a port that the caller does not work for. */
public final class PortOutOfScopeException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    PortOutOfScopeException(PortCode port) {
        super("Port " + port.value() + " is outside of your scope");
    }
}
