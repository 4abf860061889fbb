package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case is another person's; a supervisor can take it or give it away. */
public final class AssignedToAnother extends Refusal {
    private static final long serialVersionUID = 1L;

    AssignedToAnother(UserId assignee) {
        super("The case is assigned to " + assignee + "; a supervisor can reassign it");
    }
}
