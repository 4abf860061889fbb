package io.holdfast.command.shipment;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.domain.CommandRefusedException;
import io.holdfast.command.shipment.domain.NoSuchShipmentException;
import io.holdfast.command.shipment.domain.StaleVersionException;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import io.holdfast.shipment.command.ShipmentCommand.ScreenShipment;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Sends commands to shipments on behalf of a user and waits for the result. */
public final class ShipmentCommands {
    private static final int ATTEMPTS = 5;
    private static final int SECONDS = 30;

    private final CommandGateway gateway;
    private final Cache cases;
    private final EventStore log;

    /**
     * Whether the last declaration was already known: then the next one is read first; otherwise it is appended first.
     */
    private volatile boolean repeating;

    ShipmentCommands(CommandGateway gateway, Cache cases, EventStore log) {
        this.gateway = gateway;
        this.cases = cases;
        this.log = log;
    }

    /**
     * Sends a command. The losing writer retries on top of the winner's events; with an expected version the retry ends
     * in {@link StaleVersionException}.
     *
     * @param expectedVersion the version that the caller decided on, or null for any version
     * @throws CommandRefusedException when the command is refused
     * @throws InvalidValueException for a value that does not fit the case
     * @throws ConcurrencyException when another writer won {@value ATTEMPTS} times
     * @throws UnreadableEventException when an event of the case cannot be read
     */
    public CommandResult send(ShipmentCommand command, Actor actor, @Nullable Long expectedVersion) {
        var message = message(command, actor);
        if (expectedVersion != null) {
            message = message.andMetaData(Map.of(CommandDecision.EXPECTED_VERSION, expectedVersion));
        }
        return retrying(command, message);
    }

    /**
     * Screens a declaration. Repeating the same declaration changes nothing and gets the same answer, even when both
     * arrive at the same time.
     *
     * @throws CommandRefusedException for another declaration of a known shipment, or a port outside the actor's scope
     */
    public Screened screen(Declaration declaration, Actor actor) {
        if (repeating || cases.containsKey(declaration.shipmentId().value())) {
            try {
                return screenAgain(declaration, actor);
            } catch (AggregateNotFoundException unknown) {
                repeating = false;
            }
        }
        try {
            return wait(List.of(declaration.shipmentId().value()), message(new ScreenShipment(declaration), actor));
        } catch (AggregateStreamCreationException known) {
            repeating = true; // it came in before: the first declaration decides
        }
        return screenAgain(declaration, actor);
    }

    /**
     * A cached case may be older than what another node wrote, so a refusal is final only when the case was read from
     * the log.
     */
    private CommandResult retrying(ShipmentCommand command, GenericCommandMessage<?> message) {
        List<String> named = named(command);
        for (int attempt = 1; ; attempt++) {
            boolean remembered = named.stream().anyMatch(cases::containsKey);
            try {
                return wait(named, message);
            } catch (AggregateNotFoundException none) {
                throw new NoSuchShipmentException(command.shipmentId());
            } catch (CommandRefusedException | InvalidValueException refused) {
                if (!remembered || attempt == ATTEMPTS) {
                    throw refused;
                }
                named.forEach(cases::remove);
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
                named.forEach(cases::remove);
            }
        }
    }

    private static List<String> named(ShipmentCommand command) {
        return command instanceof LinkCases link
                ? List.of(link.shipmentId().value(), link.other().value())
                : List.of(command.shipmentId().value());
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as in the gateway: the type of the handler's answer
    private <R> R wait(List<String> named, GenericCommandMessage<?> message) {
        Supplier<R> work = () -> gateway.sendAndWait(message, SECONDS, TimeUnit.SECONDS);
        for (String shipment : named) {
            Supplier<R> inner = work;
            work = () -> UnreadEvents.naming(log, shipment, inner);
        }
        return work.get();
    }

    private Screened screenAgain(Declaration declaration, Actor actor) {
        return wait(List.of(declaration.shipmentId().value()), message(new ScreenAgain(declaration), actor));
    }

    private static GenericCommandMessage<?> message(Object command, Actor actor) {
        return new GenericCommandMessage<>(command, ActorMetaData.of(actor, CorrelationId.current()));
    }
}
