package io.holdfast.command.shipment.domain;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.actor.UserId;
import io.holdfast.shipment.command.ShipmentCommand;

/** Policy (four eyes): what one person requests, another person decides, and that person must be a supervisor. */
final class SecondPerson {
    private SecondPerson() {}

    static void check(ShipmentCommand decision, Actor decider, String what, UserId asker) {
        checkSupervisor(decision, decider);
        if (decider.id().mayBe(asker)) {
            throw new FourEyesException(what, asker);
        }
    }

    static void checkSupervisor(ShipmentCommand decision, Actor decider) {
        if (!decider.may(Permission.SUPERVISE_CASES)) {
            throw new SupervisorRequiredException(decision.getClass());
        }
    }
}
