package io.holdfast.command.shipment.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.command.shipment.evidence.EvidenceService;
import io.holdfast.command.shipment.evidence.EvidenceService.Incoming;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand.AttachEvidence;
import io.holdfast.value.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads files as evidence, streamed. A JSON body is the description of a file that is kept elsewhere. */
@RestController
class EvidenceController {
    private final CommandEndpoint endpoint;
    private final EvidenceService evidence;

    EvidenceController(CommandEndpoint endpoint, EvidenceService evidence) {
        this.endpoint = endpoint;
        this.evidence = evidence;
    }

    @Operation(
            summary = "Takes a file in as evidence, or records one by its digest",
            description =
                    "The body is the file, its Content-Type the type of the file; the SHA-256 is worked out on the way in."
                            + " With JSON: the description of a file that is kept elsewhere.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(path = "/api/v1/shipments/{id}/evidence", consumes = MediaType.ALL_VALUE)
    @RequiresPermission(Permission.WORK_CASES)
    ResponseEntity<Receipt> upload(
            @PathVariable ShipmentId id,
            @RequestParam String fileName,
            @RequestParam(required = false) @Nullable Sha256 sha256,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable IfMatch ifMatch,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        var file = new Incoming(
                fileName, mediaType(request), request.getContentLengthLong(), sha256, request.getInputStream());
        return evidence.take(id, file, evidence -> attach(id, evidence, actor, ifMatch));
    }

    private ResponseEntity<Receipt> attach(ShipmentId id, Evidence evidence, Actor actor, @Nullable IfMatch ifMatch) {
        var created = new EntryId(NewId.next());
        return endpoint.create(created, new AttachEvidence(id, created, evidence), actor, ifMatch);
    }

    /** The media type without parameters such as the charset. */
    private static String mediaType(HttpServletRequest request) {
        String given = request.getContentType();
        if (given == null) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
        var type = MediaType.parseMediaType(given);
        return type.getType() + "/" + type.getSubtype();
    }
}
