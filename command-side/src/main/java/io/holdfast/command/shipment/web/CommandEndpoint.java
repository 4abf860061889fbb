package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.command.shipment.CommandResult;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.value.StringValue;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the command of a request and builds the response. */
@Component
class CommandEndpoint {
    private static final String CASES = "/api/v1/shipments/";

    private final ShipmentCommands commands;

    CommandEndpoint(ShipmentCommands commands) {
        this.commands = commands;
    }

    /** 201 with the id of the newly created item. */
    ResponseEntity<Receipt> create(StringValue id, ShipmentCommand command, Actor actor, @Nullable IfMatch ifMatch) {
        CommandResult done = send(command, actor, ifMatch);
        return ResponseEntity.created(URI.create(CASES + done.shipmentId().value()))
                .eTag(tag(done))
                .body(Receipt.of(done, id));
    }

    /** 200 for a command that creates nothing. */
    ResponseEntity<Receipt> change(ShipmentCommand command, Actor actor, @Nullable IfMatch ifMatch) {
        CommandResult done = send(command, actor, ifMatch);
        return ResponseEntity.ok().eTag(tag(done)).body(Receipt.of(done, null));
    }

    private CommandResult send(ShipmentCommand command, Actor actor, @Nullable IfMatch ifMatch) {
        return commands.send(command, actor, ifMatch == null ? null : ifMatch.version());
    }

    private static String tag(CommandResult done) {
        return "\"" + done.version() + "\"";
    }
}
