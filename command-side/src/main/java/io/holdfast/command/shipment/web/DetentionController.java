package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.DetainShipment;
import io.holdfast.shipment.command.ShipmentCommand.IssueDetentionNotice;
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

/** Detains goods that were presented for examination, and records the notices of detention. */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class DetentionController {
    private final CommandEndpoint endpoint;

    DetentionController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The reason. */
    @Schema(example = """
                    {"reason": "Admissibility under 21 USC 331 is not settled"}""")
    record DetentionRequest(String reason) {}

    /** The addressee and content of the notice. */
    @Schema(example = """
                    {"addressee": "Pacific Dye Imports, through Alder Customs Brokers",
                     "reason": "Admissibility under 21 USC 331 is not settled",
                     "inquiries": "Laboratory analysis of two samples; a certificate of analysis would speed it up"}""")
    record DetentionNoticeRequest(
            String addressee, String reason, @Nullable String inquiries) {}

    @Operation(summary = "Decides to detain presented goods: the notice is due within five business days")
    @PostMapping("/detention")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> detain(
            @PathVariable ShipmentId id,
            @RequestBody DetentionRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new DetainShipment(id, body.reason()), actor, ifMatch);
    }

    @Operation(summary = "Records the notice of a detention")
    @PostMapping("/detention-notices")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> notice(
            @PathVariable ShipmentId id,
            @RequestBody DetentionNoticeRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new EntryId(NewId.next());
        return endpoint.create(
                created,
                new IssueDetentionNotice(id, created, body.addressee(), body.reason(), body.inquiries()),
                actor,
                ifMatch);
    }
}
