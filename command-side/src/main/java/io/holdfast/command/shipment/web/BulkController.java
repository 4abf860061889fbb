package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.runtime.web.Problems;
import io.holdfast.shipment.command.ShipmentCommand;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Applies one action to many cases, each on its own: a failure does not undo the others. */
@RestController
class BulkController {
    private final ShipmentCommands commands;
    private final FailedCommand failed;

    BulkController(ShipmentCommands commands, FailedCommand failed) {
        this.commands = commands;
        this.failed = failed;
    }

    @Operation(
            summary = "Claims, returns, reassigns, escalates, snoozes or tags up to 100 cases",
            description = "200 with a result for each, in order, done or not")
    @PostMapping("/api/v1/shipments/bulk")
    @RequiresPermission(Permission.WORK_CASES)
    BulkAnswer act(@RequestBody BulkRequest body, Actor actor) {
        if (body.kind() == BulkAction.REASSIGN && !actor.may(Permission.SUPERVISE_CASES)) {
            throw new AccessDeniedException("Reassigning is for supervisors");
        }
        var results = new ArrayList<BulkAnswer.Result>();
        boolean outage = false;
        for (ShipmentCommand command : body.commands()) {
            var result = outage ? notTried(command) : act(command, actor);
            outage = outage || result.outage();
            results.add(result);
        }
        return new BulkAnswer(results);
    }

    private BulkAnswer.Result act(ShipmentCommand command, Actor actor) {
        try {
            return BulkAnswer.Result.of(commands.send(command, actor, null));
        } catch (RuntimeException refused) {
            // Catches everything: the results of the other cases must still be returned.
            return BulkAnswer.Result.of(command.shipmentId(), failed.asProblem(refused));
        }
    }

    /** Skips the remaining commands after an outage: each would wait for a log that does not answer. */
    private static BulkAnswer.Result notTried(ShipmentCommand command) {
        return BulkAnswer.Result.of(
                command.shipmentId(),
                Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-tried",
                        "Not tried",
                        "The event log did not take one before this; nothing was done. Send it again"));
    }
}
