package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.actor.UserId;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.Claim;
import io.holdfast.shipment.command.ShipmentCommand.Escalate;
import io.holdfast.shipment.command.ShipmentCommand.Reassign;
import io.holdfast.shipment.command.ShipmentCommand.ReturnToQueue;
import io.holdfast.shipment.command.ShipmentCommand.Snooze;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on the assignment of a case: who works it, and when. */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class AssignmentController {
    private final CommandEndpoint endpoint;

    AssignmentController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The reason. */
    @Schema(example = """
                    {"reason": "Third parcel of this sender in a week"}""")
    record ReasonRequest(String reason) {}

    /** The new assignee, and the reason. */
    @Schema(example = """
                    {"assignee": "inspector", "reason": "Knows the consignee"}""")
    record ReassignmentRequest(UserId assignee, String reason) {}

    /** The end of the snooze, and the reason. */
    @Schema(example = """
                    {"until": "2026-12-01T08:00:00Z", "reason": "Awaits the packing list"}""")
    record SnoozeRequest(Instant until, String reason) {}

    @Operation(summary = "Takes the case: the caller becomes its assignee")
    @PostMapping("/claim")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> claim(
            @PathVariable ShipmentId id,
            @RequestBody EmptyBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new Claim(id), actor, ifMatch);
    }

    @Operation(summary = "Gives the case back to the queue")
    @PostMapping("/return")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> giveBack(
            @PathVariable ShipmentId id,
            @RequestBody ReasonRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new ReturnToQueue(id, body.reason()), actor, ifMatch);
    }

    @Operation(summary = "Gives the case to another person")
    @PostMapping("/reassign")
    @RequiresPermission(Permission.SUPERVISE_CASES)
    ResponseEntity<Receipt> reassign(
            @PathVariable ShipmentId id,
            @RequestBody ReassignmentRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new Reassign(id, body.assignee(), body.reason()), actor, ifMatch);
    }

    @Operation(summary = "Raises the case to supervisors")
    @PostMapping("/escalate")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> escalate(
            @PathVariable ShipmentId id,
            @RequestBody ReasonRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new Escalate(id, body.reason()), actor, ifMatch);
    }

    @Operation(summary = "Hides the case from the queues until a moment in the future")
    @PostMapping("/snooze")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> snooze(
            @PathVariable ShipmentId id,
            @RequestBody SnoozeRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new Snooze(id, body.until(), body.reason()), actor, ifMatch);
    }
}
