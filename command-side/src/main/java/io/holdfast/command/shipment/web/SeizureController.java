package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.SeizureRequestId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.ApproveSeizure;
import io.holdfast.shipment.command.ShipmentCommand.RejectSeizure;
import io.holdfast.shipment.command.ShipmentCommand.RequestSeizure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests seizures, and approves or rejects them. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/seizure-requests")
class SeizureController {
    private final CommandEndpoint endpoint;

    SeizureController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The goods to seize. */
    @Schema(example = """
                    {"extent": "FULL", "lines": [
                     {"goods": "Fentanyl", "hs6": "293333", "quantity": {"amount": 24.1, "unit": "KG"},
                      "legalAuthority": "21 USC 881", "testBasis": "LABORATORY", "purityPercent": 9.4}]}""")
    record SeizureLinesRequest(SeizureExtent extent, List<SeizureLine> lines) {}

    /** The number of the case of fines, penalties and forfeitures. */
    @Schema(example = """
                    {"fpfCaseNumber": "2026-2506-000117"}""")
    record SeizureApprovalRequest(String fpfCaseNumber) {}

    /** Why the request is rejected. */
    @Schema(example = """
                    {"reason": "A penalty is the measure, not a seizure"}""")
    record SeizureRejectionRequest(String reason) {}

    @Operation(summary = "Asks a supervisor to seize")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> request(
            @PathVariable ShipmentId id,
            @RequestBody SeizureLinesRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new SeizureRequestId(NewId.next());
        return endpoint.create(created, new RequestSeizure(id, created, body.extent(), body.lines()), actor, ifMatch);
    }

    @Operation(summary = "Seizes; by a supervisor who did not request it")
    @PostMapping("/{requestId}/approve")
    @RequiresPermission(Permission.SUPERVISE_CASES)
    ResponseEntity<Receipt> approve(
            @PathVariable ShipmentId id,
            @PathVariable SeizureRequestId requestId,
            @RequestBody SeizureApprovalRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new ApproveSeizure(id, requestId, body.fpfCaseNumber()), actor, ifMatch);
    }

    @Operation(summary = "Refuses a requested seizure; by a supervisor who did not request it")
    @PostMapping("/{requestId}/reject")
    @RequiresPermission(Permission.SUPERVISE_CASES)
    ResponseEntity<Receipt> reject(
            @PathVariable ShipmentId id,
            @PathVariable SeizureRequestId requestId,
            @RequestBody SeizureRejectionRequest body,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new RejectSeizure(id, requestId, body.reason()), actor, ifMatch);
    }
}
