package io.holdfast.projection.audittrail.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.Export;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.AuditEntry;
import io.holdfast.query.ReadAuditTrail;
import io.holdfast.query.SearchAudit;
import io.holdfast.runtime.security.RequiresPermission;
import io.holdfast.shipment.ShipmentId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the audit trail: who did what, when and on what grounds. JSON is paged; CSV and NDJSON are complete and
 * streamed, so they take neither limit nor cursor.
 */
@RestController
@AnswersFrom("audittrail")
@RequestMapping("/api/v1")
class AuditTrailController {
    private final QueryDispatcher asking;

    AuditTrailController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /** A page of the entries of one shipment, oldest first by default. */
    @GetMapping(path = "/shipments/{id}/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_AUDIT_TRAIL)
    ReadAuditTrail.Page trail(@PathVariable ShipmentId id, @ParameterObject TrailParameters parameters, Actor actor) {
        return trailPage(parameters.question(id, actor));
    }

    /** All entries of one shipment. */
    @GetMapping(
            path = "/shipments/{id}/audit",
            produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RequiresPermission(Permission.READ_AUDIT_TRAIL)
    Table<AuditEntry> trailExport(
            @PathVariable ShipmentId id, @ParameterObject TrailParameters parameters, Actor actor) {
        ReadAuditTrail question = parameters.wholeOf(id, actor);
        return new Table<>(
                AuditColumns.ALL,
                Export.of(
                        cursor -> trailPage(question.after(cursor == null ? null : Long.valueOf(cursor))),
                        ReadAuditTrail.Page::items,
                        ReadAuditTrail.Page::next));
    }

    /** A page of entries across shipments and rule sets, newest first by default. */
    @GetMapping(path = "/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_AUDIT_TRAIL)
    SearchAudit.Page search(@ParameterObject SearchParameters parameters, Actor actor) {
        return searchPage(parameters.question(actor));
    }

    /** All entries that match the filters. */
    @GetMapping(
            path = "/audit",
            produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RequiresPermission(Permission.READ_AUDIT_TRAIL)
    Table<AuditEntry> searchExport(@ParameterObject SearchParameters parameters, Actor actor) {
        SearchAudit question = parameters.whole(actor);
        return new Table<>(
                AuditColumns.ALL,
                Export.of(
                        cursor -> searchPage(question.after(cursor)), SearchAudit.Page::items, SearchAudit.Page::next));
    }

    private ReadAuditTrail.Page trailPage(ReadAuditTrail question) {
        ReadAuditTrail.Page page =
                asking.ask(question, ReadAuditTrail.Answer.class).page();
        if (page == null) {
            throw new NoSuchTrailException(question.shipment());
        }
        return page;
    }

    private SearchAudit.Page searchPage(SearchAudit question) {
        return asking.ask(question, SearchAudit.Page.class);
    }
}
