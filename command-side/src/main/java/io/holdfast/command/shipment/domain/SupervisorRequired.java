package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.ShipmentCommand;

/** Only a supervisor decides this. */
public final class SupervisorRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    SupervisorRequired(Class<? extends ShipmentCommand> command) {
        super(command.getSimpleName() + " is for a supervisor");
    }
}
