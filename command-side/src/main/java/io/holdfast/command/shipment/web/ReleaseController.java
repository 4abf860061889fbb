package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.command.ShipmentCommand.ReleaseShipment;
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

/** Releases shipments. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/release")
class ReleaseController {
    private final CommandEndpoint endpoint;

    ReleaseController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The terms; a waiver if and only if no exam was completed. */
    @Schema(example = """
                    {"kind": "CONDITIONAL", "waiver": "DOCUMENTS_SUFFICIENT", "reason": "Nothing speaks against it"}""")
    record ReleaseRequest(ReleaseKind kind, @Nullable WaiverReason waiver, String reason) {}

    @Operation(summary = "Releases a shipment, or what a partial seizure left of it")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> release(
            @PathVariable ShipmentId id,
            @RequestBody ReleaseRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new ReleaseShipment(id, body.kind(), body.waiver(), body.reason()), actor, ifMatch);
    }
}
