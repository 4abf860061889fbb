package io.holdfast.projection.evidence.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.evidence.BundleService;
import io.holdfast.projection.evidence.CaseBundle;
import io.holdfast.projection.evidence.CaseLog;
import io.holdfast.projection.evidence.EvidenceDownloads;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.EntryId;
import io.holdfast.shipment.Evidence;
import io.holdfast.shipment.FileName;
import io.holdfast.shipment.ShipmentId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves files of evidence and case bundles as streams. Browsers are told to save them and not to guess another type.
 */
@RestController
@RequestMapping("/api/v1/shipments/{id}")
class EvidenceFileController {
    private final CaseLog log;
    private final EvidenceDownloads downloads;
    private final BundleService bundles;

    EvidenceFileController(CaseLog log, EvidenceDownloads downloads, BundleService bundles) {
        this.log = log;
        this.downloads = downloads;
        this.bundles = bundles;
    }

    /** A file of evidence as it was attached. Its digest is checked before the first byte is sent. */
    @GetMapping("/evidence/{evidenceId}")
    @RequiresPermission(Permission.READ_CASES)
    void file(@PathVariable ShipmentId id, @PathVariable EntryId evidenceId, Actor actor, HttpServletResponse response)
            throws IOException {
        Evidence evidence = log.evidence(id, evidenceId, actor.scope())
                .orElseThrow(() -> new NotHereException("There is no such evidence of a shipment in your ports"));
        if (!downloads.holds(id, evidence)) {
            throw new NotHereException("Only the description of this file is here; its bytes are kept elsewhere");
        }
        save(response, evidence.mediaType(), FileName.harmless(evidence.fileName()));
        byte[] digest = HexFormat.of().parseHex(evidence.sha256().value());
        response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        response.setHeader(HttpHeaders.ETAG, "\"" + evidence.sha256().value() + "\"");
        response.setContentLengthLong(evidence.sizeInBytes());
        downloads.handOut(id, evidence, response.getOutputStream());
    }

    /**
     * A case as a zip that can be verified elsewhere: its events with their proofs. Only for auditors, because the
     * events reveal how rules decide.
     *
     * @param files {@code true} to include the files of evidence
     */
    @GetMapping("/bundle")
    @RequiresPermission(Permission.DOWNLOAD_BUNDLES)
    void bundle(
            @PathVariable ShipmentId id,
            @RequestParam(required = false) @Nullable String files,
            Actor actor,
            HttpServletResponse response)
            throws IOException {
        CaseBundle bundle = bundles.bundle(id, actor.scope(), Parameter.flag("files", files))
                .orElseThrow(() -> new NotHereException("There is no shipment " + id.value() + " in your ports"));
        save(response, "application/zip", id.value() + ".zip");
        bundle.write(response.getOutputStream(), actor);
    }

    private static void save(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, UTF_8).build().toString());
    }
}
