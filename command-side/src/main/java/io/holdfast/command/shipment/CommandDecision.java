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

/** The lifecycle applied to a message: who gives the command and on which version comes from its metadata, when from the clock. */
class CommandDecision {
    /** Metadata of a command that counts only on this version of the case; a Long. */
    static final String EXPECTED_VERSION = "expectedVersion";

    private final Lifecycle lifecycle;
    private final Clock clock;

    CommandDecision(Lifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * What happens.
     *
     * @param version how many events the case has
     * @throws CommandRefusedException when nothing does; a case out of the actor's scope is refused before its version is compared
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

    /** What happens at the other end of a link. @throws CommandRefusedException when nothing may */
    List<ShipmentEvent> onLinkedBack(LinkCases command, Message<?> message, ShipmentState far) {
        return lifecycle.linkedBack(far, command, act(message));
    }

    /** Milliseconds are what read models and other systems keep: nothing may sort differently there. */
    private Act act(Message<?> message) {
        return new Act(
                ActorMetaData.actorOf(message.getMetaData()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
