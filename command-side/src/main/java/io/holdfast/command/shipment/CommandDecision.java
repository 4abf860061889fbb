package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.Act;
import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.command.shipment.domain.Lifecycle;
import io.holdfast.command.shipment.domain.StaleVersionException;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.state.ShipmentState;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.messaging.Message;

/**
 * Applies the lifecycle to a command message: the actor and the expected version come from the metadata, the time from
 * the clock.
 */
class CommandDecision {
    /** Metadata key: the command is valid for this version of the case only; a Long. */
    static final String EXPECTED_VERSION = "expectedVersion";

    private final Lifecycle lifecycle;
    private final Clock clock;

    CommandDecision(Lifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * Decides the events of a command.
     *
     * @param version the number of events of the case
     * @throws CommandRefusedException when the command is refused; a case outside the actor's scope is refused before
     *     its version is compared
     */
    List<ShipmentEvent> on(ShipmentCommand command, Message<?> message, ShipmentState stage, long version) {
        Act act = act(message);
        ShipmentState seen = lifecycle.seen(stage, act);
        lifecycle.checkOpens(seen, command);
        long known = seen == stage ? version : 0;
        if (message.getMetaData().get(EXPECTED_VERSION) instanceof Long expected && expected != known) {
            throw new StaleVersionException(expected, known);
        }
        return lifecycle.decide(stage, command, act);
    }

    /** The events at the other end of a link. @throws CommandRefusedException when the link is refused */
    List<ShipmentEvent> onLinkedBack(LinkCases command, Message<?> message, ShipmentState far) {
        return lifecycle.linkedBack(far, command, act(message));
    }

    /**
     * Truncated to milliseconds, the precision of read models and other systems, so that times sort the same
     * everywhere.
     */
    private Act act(Message<?> message) {
        return new Act(
                ActorMetaData.actorOf(message.getMetaData()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
