package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.Measurement;
import io.holdfast.shipment.SampleId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.Technique;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.command.ShipmentCommand.CompleteExam;
import io.holdfast.shipment.command.ShipmentCommand.CorrectExamResult;
import io.holdfast.shipment.command.ShipmentCommand.OrderExam;
import io.holdfast.shipment.command.ShipmentCommand.StartExam;
import io.holdfast.shipment.command.ShipmentCommand.WaiveExam;
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

/** Orders, starts, completes, waives and corrects exams. */
@RestController
@RequestMapping("/api/v1/shipments/{id}/exams")
class ExamController {
    private final CommandEndpoint endpoint;

    ExamController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The exam to order; the agency only for an exam by a partner agency. */
    @Schema(example = """
                    {"type": "INTENSIVE", "instruction": "Look behind the false wall"}""")
    record ExamOrderRequest(
            ExamType type,
            @Nullable String agency,
            @Nullable String instruction) {}

    /** The result of the exam. */
    @Schema(example = """
                    {"findings": ["CONTRABAND_PRESUMPTIVE"], "techniques": ["FIELD_TEST"], "samples": ["S-1001-1"],
                     "measurements": [{"what": "gross mass", "quantity": {"amount": 24.6, "unit": "KG"}}]}""")
    record ExamResultRequest(
            List<Finding> findings,
            List<Technique> techniques,
            @Nullable List<Measurement> measurements,
            @Nullable List<SampleId> samples,
            @Nullable String remarks) {}

    /** Why the exam is waived. */
    @Schema(example = """
                    {"reason": "SAFETY_HAZARD", "remarks": "Fumigated; not aired yet"}""")
    record ExamWaiverRequest(WaiverReason reason, @Nullable String remarks) {}

    /** The corrected result, and why the first one was wrong. */
    @Schema(example = """
                    {"findings": ["CONTRABAND_PRESUMPTIVE"], "techniques": ["FIELD_TEST"], "samples": ["S-1001-1"],
                     "measurements": [{"what": "gross mass", "quantity": {"amount": 24.6, "unit": "KG"}}],
                     "reason": "The wrong sample number was noted"}""")
    record ExamCorrectionRequest(
            List<Finding> findings,
            List<Technique> techniques,
            @Nullable List<Measurement> measurements,
            @Nullable List<SampleId> samples,
            @Nullable String remarks,
            String reason) {}

    @Operation(summary = "Orders an exam of a held shipment")
    @PostMapping
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> order(
            @PathVariable ShipmentId id,
            @RequestBody ExamOrderRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new ExamId(NewId.next());
        return endpoint.create(
                created, new OrderExam(id, created, body.type(), body.agency(), body.instruction()), actor, ifMatch);
    }

    @Operation(summary = "Starts an ordered exam: the goods are presented")
    @PostMapping("/{examId}/start")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> start(
            @PathVariable ShipmentId id,
            @PathVariable ExamId examId,
            @RequestBody EmptyBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new StartExam(id, examId), actor, ifMatch);
    }

    @Operation(summary = "Records what a started exam found")
    @PostMapping("/{examId}/complete")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> complete(
            @PathVariable ShipmentId id,
            @PathVariable ExamId examId,
            @RequestBody ExamResultRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var result = result(body.findings(), body.techniques(), body.measurements(), body.samples(), body.remarks());
        return endpoint.change(new CompleteExam(id, examId, result), actor, ifMatch);
    }

    @Operation(summary = "Drops an ordered exam that was not started")
    @PostMapping("/{examId}/waive")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> waive(
            @PathVariable ShipmentId id,
            @PathVariable ExamId examId,
            @RequestBody ExamWaiverRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new WaiveExam(id, examId, body.reason(), body.remarks()), actor, ifMatch);
    }

    @Operation(summary = "Corrects the result of a completed exam; the earlier one stays on record")
    @PostMapping("/{examId}/correct")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> correct(
            @PathVariable ShipmentId id,
            @PathVariable ExamId examId,
            @RequestBody ExamCorrectionRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var result = result(body.findings(), body.techniques(), body.measurements(), body.samples(), body.remarks());
        return endpoint.change(new CorrectExamResult(id, examId, result, body.reason()), actor, ifMatch);
    }

    private static ExamResult result(
            List<Finding> findings,
            List<Technique> techniques,
            @Nullable List<Measurement> measurements,
            @Nullable List<SampleId> samples,
            @Nullable String remarks) {
        return new ExamResult(
                findings,
                techniques,
                measurements == null ? List.of() : measurements,
                samples == null ? List.of() : samples,
                remarks);
    }
}
