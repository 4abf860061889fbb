package io.holdfast.projection.securitylog.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Export;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.query.SearchSecurityLog;
import io.holdfast.query.SearchSecurityLog.Entry;
import io.holdfast.query.SearchSecurityLog.Page;
import io.holdfast.runtime.security.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the security log: refused and denied requests, and who read which case. Only for callers who see every port,
 * because entries name shipments of any port. JSON is paged; CSV and NDJSON are complete and streamed.
 */
@RestController
@RequestMapping("/api/v1/security-log")
@RequiresPermission(Permission.READ_SECURITY_LOG)
class SecurityLogController {
    private final QueryDispatcher asking;

    SecurityLogController(QueryDispatcher asking) {
        this.asking = asking;
    }

    /** A page of entries, newest first by default. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page search(@ParameterObject SecurityLogParameters parameters, Actor actor) {
        requireEveryPort(actor);
        return page(parameters.question());
    }

    /** All entries that match the filters. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<Entry> export(@ParameterObject SecurityLogParameters parameters, Actor actor) {
        requireEveryPort(actor);
        SearchSecurityLog question = parameters.whole();
        return new Table<>(
                SecurityLogColumns.ALL, Export.of(cursor -> page(question.after(cursor)), Page::items, Page::next));
    }

    private Page page(SearchSecurityLog question) {
        return asking.ask(question, Page.class);
    }

    private static void requireEveryPort(Actor actor) {
        if (!(actor.scope() instanceof PortScope.All)) {
            throw new AccessDeniedException("Needs every port");
        }
    }
}
