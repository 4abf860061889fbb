package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case is assigned to another person; only a supervisor can take it over or reassign it. */
public final class AssignedToAnotherException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    AssignedToAnotherException(UserId assignee) {
        super("The case is assigned to " + assignee + "; a supervisor can reassign it");
    }
}
