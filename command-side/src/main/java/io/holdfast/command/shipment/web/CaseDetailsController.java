package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.LinkRelation;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.AddNote;
import io.holdfast.shipment.command.ShipmentCommand.AssignOperation;
import io.holdfast.shipment.command.ShipmentCommand.AttachEvidence;
import io.holdfast.shipment.command.ShipmentCommand.LinkCases;
import io.holdfast.shipment.command.ShipmentCommand.Tag;
import io.holdfast.value.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds details to a case: notes, evidence descriptions, tags, links and operations. */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class CaseDetailsController {
    private final CommandEndpoint endpoint;

    CaseDetailsController(CommandEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A note in the officer's words. */
    @Schema(example = """
                    {"text": "Same sender as HF26-01009"}""")
    record NoteRequest(String text) {}

    /**
     * The description of a file by its digest; the bytes stay elsewhere. To upload a file see
     * {@link EvidenceController}.
     */
    @Schema(example = """
                    {"fileName": "seal.jpg", "mediaType": "image/jpeg", "sizeInBytes": 48211,
                     "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    record EvidenceRequest(String fileName, String mediaType, long sizeInBytes, Sha256 sha256) {}

    /** A tag of one or a few words. */
    @Schema(example = """
                    {"tag": "repeat-sender"}""")
    record TagRequest(String tag) {}

    /** The other case, and how the two are related. */
    @Schema(example = """
                    {"other": "HF26-01009", "relation": "SAME_ROUTE"}""")
    record LinkRequest(ShipmentId other, LinkRelation relation) {}

    /** The surge operation. */
    @Schema(example = """
                    {"operation": "Blue Lotus"}""")
    record OperationRequest(String operation) {}

    @Operation(summary = "Adds a note")
    @PostMapping("/notes")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> note(
            @PathVariable ShipmentId id,
            @RequestBody NoteRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var created = new EntryId(NewId.next());
        return endpoint.create(created, new AddNote(id, created, body.text()), actor, ifMatch);
    }

    @Operation(summary = "Records a file by its digest")
    @PostMapping(path = "/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> attach(
            @PathVariable ShipmentId id,
            @RequestBody EvidenceRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        var evidence = new Evidence(body.fileName(), body.mediaType(), body.sizeInBytes(), body.sha256());
        var created = new EntryId(NewId.next());
        return endpoint.create(created, new AttachEvidence(id, created, evidence), actor, ifMatch);
    }

    @Operation(summary = "Adds a tag")
    @PostMapping("/tags")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> tag(
            @PathVariable ShipmentId id,
            @RequestBody TagRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new Tag(id, body.tag()), actor, ifMatch);
    }

    @Operation(summary = "Links the case with another")
    @PostMapping("/links")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> link(
            @PathVariable ShipmentId id,
            @RequestBody LinkRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new LinkCases(id, body.other(), body.relation()), actor, ifMatch);
    }

    @Operation(summary = "Counts the case to a surge campaign")
    @PostMapping("/operation")
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> assign(
            @PathVariable ShipmentId id,
            @RequestBody OperationRequest body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            Actor actor) {
        return endpoint.change(new AssignOperation(id, body.operation()), actor, ifMatch);
    }
}
