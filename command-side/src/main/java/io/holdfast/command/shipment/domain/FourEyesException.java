package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** The decision needs a second person, but the first person tried to take it. */
public final class FourEyesException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    FourEyesException(String what, UserId first) {
        super("The " + what + " comes from " + first + ", so another person must decide");
    }
}
