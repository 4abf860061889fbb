package io.holdfast.command.intake;

import io.holdfast.actor.Actor;
import io.holdfast.command.targeting.NoActiveRuleSet;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.shipment.Declaration;
import io.holdfast.shipment.ShipmentCommand.ScreenShipment;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Shipments behind the command bus. */
final class CommandShipments implements DeclaredShipments {
    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandGateway commands;

    CommandShipments(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    public Decision declare(Declaration declaration, Actor actor, String correlationId) {
        var command = new GenericCommandMessage<>(
                new ScreenShipment(declaration), ActorMetaData.of(actor, correlationId));
        for (int attempt = 1; ; attempt++) {
            try {
                return send(command);
            } catch (AggregateStreamCreationException | ConcurrencyException another) {
                // Another node was faster with this shipment: what it decided is there to be read now.
                if (attempt == ATTEMPTS) {
                    throw new Undecided("The shipment is being changed by others", another);
                }
            }
        }
    }

    private Decision send(GenericCommandMessage<ScreenShipment> command) {
        try {
            return commands.<Decision>send(command)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case NoActiveRuleSet e -> e;
                case AggregateStreamCreationException e -> e;
                case ConcurrencyException e -> e;
                case null, default -> new Undecided("The declaration may or may not be stored", failed.getCause());
            };
        }
    }
}
