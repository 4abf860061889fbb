package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.LabResult;
import io.holdfast.shipment.SampleId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.RecordLabResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records laboratory results. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/lab-results")
class LabResultController {
    private final CommandEndpoint endpoint;

    LabResultController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The laboratory's result for a sample. */
    @Schema(example = """
                    {"sampleId": "S-1001-1", "finding": "CONTRABAND_CONFIRMED", "substance": "Fentanyl", "purityPercent": 9.4,
                     "laboratory": "LSS San Francisco", "reportNumber": "SF-26-4410"}""")
    record LabResultRequest(
            SampleId sampleId,
            Finding finding,
            @Nullable String substance,
            @Nullable BigDecimal purityPercent,
            String laboratory,
            String reportNumber) {}

    @Operation(summary = "Records a laboratory's report on a sample that an exam took")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> record(
            @PathVariable ShipmentId id,
            @RequestBody LabResultRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var result = new LabResult(
                body.finding(), body.substance(), body.purityPercent(), body.laboratory(), body.reportNumber());
        return endpoint.change(new RecordLabResult(id, body.sampleId(), result), actor, ifMatch);
    }
}
