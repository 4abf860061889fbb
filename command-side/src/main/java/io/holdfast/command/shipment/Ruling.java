package io.holdfast.command.shipment;

import io.holdfast.command.shipment.domain.Act;
import io.holdfast.command.shipment.domain.Lifecycle;
import io.holdfast.command.shipment.domain.Refusal;
import io.holdfast.command.shipment.domain.Stage;
import io.holdfast.command.shipment.domain.StaleVersion;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.ShipmentCommand;
import io.holdfast.shipment.ShipmentEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.messaging.Message;

/** The lifecycle applied to a message: who gives the command and on which version comes from its metadata, when from the clock. */
class Ruling {
    /** Metadata of a command that counts only on this version of the case; a Long. */
    static final String EXPECTED_VERSION = "expectedVersion";

    private final Lifecycle lifecycle;
    private final Clock clock;

    Ruling(Lifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * What happens.
     *
     * @param version how many events the case has
     * @throws Refusal when nothing does; a case out of the actor's scope is refused before its version is compared
     */
    List<ShipmentEvent> on(ShipmentCommand command, Message<?> message, Stage stage, long version) {
        // Milliseconds are what read models and other systems keep: nothing may sort differently there.
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var act = new Act(ActorMetaData.actorOf(message.getMetaData()), at);
        lifecycle.checkSight(stage, command, act);
        if (message.getMetaData().get(EXPECTED_VERSION) instanceof Long expected && expected != version) {
            throw new StaleVersion(expected, version);
        }
        return lifecycle.decide(stage, command, act);
    }
}
