package io.holdfast.projection.casefile.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.AsOf;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CompareCaseFiles;
import io.holdfast.query.CompareCaseFiles.Comparison;
import io.holdfast.query.ReadCaseFile;
import io.holdfast.query.RecallCaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.runtime.web.RequestNotes;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.ContainerNumber;
import io.holdfast.value.Hs6;
import io.holdfast.value.PartyId;
import io.holdfast.value.PortCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves case files, their differences, and searches for cases. */
@RestController
@AnswersFrom("casefile")
@RequestMapping(path = "/api/v1/shipments", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseFileController {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final QueryDispatcher asking;

    CaseFileController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /**
     * A case file with the latest items of each list, now or as it was then. The ETag is its version; a matching
     * {@code If-None-Match} is answered with 304.
     *
     * @param asOf the moment to show (ISO 8601), such as 2026-03-01T12:00:00Z
     * @param version the version to show, from 1
     */
    @GetMapping("/{id}")
    @RequiresPermission(Permission.READ_CASES)
    ResponseEntity<ShownCase> read(
            @PathVariable ShipmentId id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String version,
            Actor actor,
            HttpServletRequest request) {
        CaseFile file = file(id, AsOfParameter.oneOf(asOf, version), actor);
        if (file == null) {
            throw new NoSuchCaseException(id);
        }
        if (!Sensitivity.isSensitive(file)) {
            RequestNotes.notePlain(request);
        }
        return ResponseEntity.ok().eTag("\"" + file.version() + "\"").body(ShownCase.of(file));
    }

    private @Nullable CaseFile file(ShipmentId id, @Nullable AsOf then, Actor actor) {
        return then == null
                ? asking.ask(new ReadCaseFile(id, actor.scope(), seesLogic(actor)), ReadCaseFile.Answer.class)
                        .file()
                : asking.ask(new RecallCaseFile(id, then, actor.scope(), seesLogic(actor)), RecallCaseFile.Answer.class)
                        .file();
    }

    /**
     * The differences between two versions of a case file, by path.
     *
     * @param from a version or a moment (ISO 8601)
     * @param to a version or a moment (ISO 8601)
     */
    @GetMapping("/{id}/diff")
    @RequiresPermission(Permission.READ_CASES)
    Comparison diff(@PathVariable ShipmentId id, @RequestParam String from, @RequestParam String to, Actor actor) {
        var question = new CompareCaseFiles(
                id,
                AsOfParameter.either("from", from),
                AsOfParameter.either("to", to),
                actor.scope(),
                seesLogic(actor));
        Comparison comparison =
                asking.ask(question, CompareCaseFiles.Answer.class).comparison();
        if (comparison == null) {
            throw new NoSuchCaseException(id);
        }
        return comparison;
    }

    private static boolean seesLogic(Actor actor) {
        return actor.may(Permission.SEE_RULE_LOGIC);
    }

    /**
     * Cases that match the filters, page by page, by shipment identifier.
     *
     * @param container only with this container
     * @param importer only of this importer
     * @param hs6 only with this commodity
     * @param status only in this status
     * @param port only at this port
     * @param cursor the {@code next} of the previous page
     * @param limit 1 to 200, 50 by default
     */
    @GetMapping
    @RequiresPermission(Permission.READ_CASES)
    SearchCases.Page search(
            @RequestParam(required = false) @Nullable String container,
            @RequestParam(required = false) @Nullable String importer,
            @RequestParam(required = false) @Nullable String hs6,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String port,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Actor actor) {
        var question = new SearchCases(
                actor.scope(),
                Parameter.optional("container", container, ContainerNumber::new),
                Parameter.optional("importer", importer, PartyId::new),
                Parameter.optional("hs6", hs6, Hs6::new),
                status == null ? null : Parameter.choice("status", status.toLowerCase(Locale.ROOT), Status.class),
                Parameter.optional("port", port, PortCode::new),
                Parameter.optional("cursor", cursor, ShipmentId::new),
                Parameter.number("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT));
        return asking.ask(question, SearchCases.Page.class);
    }
}
