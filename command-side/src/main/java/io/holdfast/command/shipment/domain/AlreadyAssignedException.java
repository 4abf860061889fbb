package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case is already assigned to this person. */
public final class AlreadyAssignedException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    AlreadyAssignedException(UserId assignee) {
        super("The case is assigned to " + assignee + " already");
    }
}
