package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.TargetShipment;
import io.holdfast.shipment.declaration.Declaration;
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

/** Selects a shipment on the advice of an outside engine, intelligence or an officer. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/targeting")
class SelectionController {
    private final CommandEndpoint endpoint;

    SelectionController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The selection; the declaration only for a new case. */
    @Schema(example = """
                    {"basis": "INTELLIGENCE", "reason": "Named in a partner's report"}""")
    record TargetingRequest(@Nullable Declaration declaration, SelectionBasis basis, String reason) {}

    @Operation(
            summary =
                    "Targets a shipment: opens its case, or records new grounds for one that a redelivery brought back")
    @PostMapping
    @RequiresPermission(Permission.SELECT_SHIPMENTS)
    ResponseEntity<Receipt> target(
            @PathVariable ShipmentId id,
            @RequestBody TargetingRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new TargetShipment(id, body.declaration(), body.basis(), body.reason()), actor, ifMatch);
    }
}
