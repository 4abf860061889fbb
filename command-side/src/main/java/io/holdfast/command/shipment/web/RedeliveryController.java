package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.DemandId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.ApproveRedelivery;
import io.holdfast.shipment.command.ShipmentCommand.DemandRedelivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Demands the redelivery of released shipments. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/redelivery-demands")
class RedeliveryController {
    private final CommandEndpoint endpoint;

    RedeliveryController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The reason. */
    @Schema(example = """
                    {"reason": "Laboratory found a precursor"}""")
    record RedeliveryRequest(String reason) {}

    @Operation(summary = "Demands redelivery of a released shipment; waits for a second person")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> demand(
            @PathVariable ShipmentId id,
            @RequestBody RedeliveryRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new DemandId(NewId.next());
        return endpoint.create(created, new DemandRedelivery(id, created, body.reason()), actor, ifMatch);
    }

    @Operation(summary = "Approves a demand; by a supervisor who did not make it")
    @PostMapping("/{demandId}/approve")
    @RequiresPermission(Permission.SUPERVISE_CASES)
    ResponseEntity<Receipt> approve(
            @PathVariable ShipmentId id,
            @PathVariable DemandId demandId,
            @RequestBody EmptyBody body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new ApproveRedelivery(id, demandId), actor, ifMatch);
    }
}
