package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The case was to be assigned to a user who could not work it. */
public final class NotAssignableException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NotAssignableException(UserId person, String why) {
        super("The case cannot be given to " + person + ", who " + why);
    }
}
