package io.holdfast.command.shipment.domain;

import io.holdfast.actor.UserId;

/** A decision that needs a second person was taken by the first. */
public final class FourEyesException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    FourEyesException(String what, UserId first) {
        super("The " + what + " comes from " + first + ", so another person must decide");
    }
}
