package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.PlaceHold;
import io.holdfast.shipment.command.ShipmentCommand.RemoveHold;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Places and removes holds. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/holds")
class HoldController {
    private final CommandEndpoint endpoint;

    HoldController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The hold to place; the agency only for a hold of a partner agency. */
    @Schema(example = """
                    {"type": "PARTNER_AGENCY", "agency": "FDA", "reason": "Prior notice missing", "location": "Pier 4"}""")
    record HoldRequest(HoldType type, @Nullable String agency, String reason, String location) {}

    @Operation(summary = "Places a hold")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> place(
            @PathVariable ShipmentId id,
            @RequestBody HoldRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new HoldId(NewId.next());
        return endpoint.create(
                created,
                new PlaceHold(id, created, body.type(), body.agency(), body.reason(), body.location()),
                actor,
                ifMatch);
    }

    @Operation(summary = "Removes a hold; the shipment stays held by any other")
    @DeleteMapping("/{holdId}")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> remove(
            @PathVariable ShipmentId id,
            @PathVariable HoldId holdId,
            @RequestParam String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new RemoveHold(id, holdId, reason), actor, ifMatch);
    }
}
