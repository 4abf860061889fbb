package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case is this person's already. */
public final class AlreadyAssigned extends Refusal {
    private static final long serialVersionUID = 1L;

    AlreadyAssigned(UserId assignee) {
        super("The case is assigned to " + assignee + " already");
    }
}
