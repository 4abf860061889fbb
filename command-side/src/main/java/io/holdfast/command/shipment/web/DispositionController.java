package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ForfeitureKind;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.DestroyGoods;
import io.holdfast.shipment.command.ShipmentCommand.ForfeitGoods;
import io.holdfast.shipment.command.ShipmentCommand.RemitGoods;
import io.holdfast.value.Mass;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records the final disposition of seized goods. */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class DispositionController {
    private final CommandEndpoint endpoint;

    DispositionController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The proceeding. */
    @Schema(example = """
                    {"kind": "ADMINISTRATIVE", "reference": "2026-AF-0091"}""")
    record ForfeitureRequest(ForfeitureKind kind, String reference) {}

    /** The mass that was destroyed, the method and the witness. */
    @Schema(example = """
                    {"weighed": {"amount": 24.1, "unit": "KG"}, "witness": "R. Alvarez", "method": "Incineration"}""")
    record DestructionRequest(Mass weighed, String witness, String method) {}

    /** The petition. */
    @Schema(example = """
                    {"petition": "P-2026-118", "reason": "The owner was unaware"}""")
    record RemissionRequest(String petition, String reason) {}

    @Operation(summary = "Records that the goods are forfeited to the government")
    @PostMapping("/forfeiture")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> forfeit(
            @PathVariable ShipmentId id,
            @RequestBody ForfeitureRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new ForfeitGoods(id, body.kind(), body.reference()), actor, ifMatch);
    }

    @Operation(summary = "Records the destruction of the goods; a gap in mass also raises a discrepancy")
    @PostMapping("/destruction")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> destroy(
            @PathVariable ShipmentId id,
            @RequestBody DestructionRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new DestroyGoods(id, body.weighed(), body.witness(), body.method()), actor, ifMatch);
    }

    @Operation(summary = "Gives the goods back on a petition (19 USC 1618)")
    @PostMapping("/remission")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> remit(
            @PathVariable ShipmentId id,
            @RequestBody RemissionRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new RemitGoods(id, body.petition(), body.reason()), actor, ifMatch);
    }
}
