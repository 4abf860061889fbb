package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case is this person's already. */
public final class AlreadyAssignedException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    AlreadyAssignedException(UserId assignee) {
        super("The case is assigned to " + assignee + " already");
    }
}
