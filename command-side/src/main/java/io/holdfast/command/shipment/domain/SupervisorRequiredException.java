package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.command.ShipmentCommand;

/** Only a supervisor may decide this. */
public final class SupervisorRequiredException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    SupervisorRequiredException(Class<? extends ShipmentCommand> command) {
        super(command.getSimpleName() + " is for a supervisor");
    }
}
