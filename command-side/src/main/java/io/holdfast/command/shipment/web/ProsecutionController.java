package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.RecordArrest;
import io.holdfast.shipment.command.ShipmentCommand.ReferForProsecution;
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

/** Records what a seizure leads to for persons: referrals to prosecutors and arrests. */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class ProsecutionController {
    private final CommandEndpoint endpoint;

    ProsecutionController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** To whom the case is referred. */
    @Schema(example = """
                    {"office": "US Attorney, Southern District of California"}""")
    record ReferralRequest(String office, @Nullable String remarks) {}

    /** The number of arrests, and the arresting agency. */
    @Schema(example = """
                    {"persons": 2, "agency": "HSI"}""")
    record ArrestRequest(int persons, String agency) {}

    @Operation(summary = "Refers the case to a prosecutor")
    @PostMapping("/referrals")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> refer(
            @PathVariable ShipmentId id,
            @RequestBody ReferralRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new EntryId(NewId.next());
        return endpoint.create(
                created, new ReferForProsecution(id, created, body.office(), body.remarks()), actor, ifMatch);
    }

    @Operation(summary = "Records arrests made in the case")
    @PostMapping("/arrests")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> arrest(
            @PathVariable ShipmentId id,
            @RequestBody ArrestRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new EntryId(NewId.next());
        return endpoint.create(created, new RecordArrest(id, created, body.persons(), body.agency()), actor, ifMatch);
    }
}
