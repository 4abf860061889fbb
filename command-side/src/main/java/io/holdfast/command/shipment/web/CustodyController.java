package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.TransferCustody;
import io.holdfast.value.Mass;
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

/** Records transfers of custody of seized goods. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/custody-transfers")
class CustodyController {
    private final CommandEndpoint endpoint;

    CustodyController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Who hands over, who takes over, and the weight of the goods. */
    @Schema(example = """
                    {"from": "Officer Diaz", "to": "Vault 2506", "sealNumber": "A774120", "weighed": {"amount": 24.1, "unit": "KG"},
                     "reason": "Into permanent custody"}""")
    record CustodyTransferRequest(
            String from, String to, @Nullable String sealNumber, Mass weighed, String reason) {}

    @Operation(summary = "Records a transfer of custody; a gap in mass also raises a discrepancy")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> transfer(
            @PathVariable ShipmentId id,
            @RequestBody CustodyTransferRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new EntryId(NewId.next());
        return endpoint.create(
                created,
                new TransferCustody(
                        id, created, body.from(), body.to(), body.sealNumber(), body.weighed(), body.reason()),
                actor,
                ifMatch);
    }
}
