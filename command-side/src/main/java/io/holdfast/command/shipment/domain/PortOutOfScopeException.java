package io.holdfast.command.shipment.domain;

import io.holdfast.value.PortCode;

/** The command would open a case at a port outside the caller's scope. */
public final class PortOutOfScopeException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    PortOutOfScopeException(PortCode port) {
        super("Port " + port.value() + " is outside of your scope");
    }
}
