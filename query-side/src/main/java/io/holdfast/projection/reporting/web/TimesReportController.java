package io.holdfast.projection.reporting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Table.Column;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.ReportTimes;
import io.holdfast.query.ReportTimes.Row;
import io.holdfast.runtime.security.RequiresPermission;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the report of durations by port, and optionally by unit. */
@RestController
@AnswersFrom(ReportingProjection.NAME)
@RequestMapping("/api/v1/reports/times")
@RequiresPermission(Permission.READ_REPORTS)
class TimesReportController {
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("port", Row::port),
            new Column<>("unit", Row::unit),
            new Column<>("measure", Row::measure),
            new Column<>("of", Row::of),
            new Column<>("count", Row::count),
            new Column<>("medianMinutes", Row::medianMinutes),
            new Column<>("p90Minutes", Row::p90Minutes));

    private final QueryDispatcher asking;
    private final ReportDays days;

    TimesReportController(QueryDispatcher asking, ReportDays days) {
        this.asking = asking;
        this.days = days;
    }

    /**
     * Median and 90th percentile of times in each status, holds, exams and times with an assignee that ended in the
     * period.
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ReportTimes.Answer report(@ParameterObject TimesParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor.scope(), days), ReportTimes.Answer.class);
    }

    /** The same as a table, one row per port and kind. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<Row> table(@ParameterObject TimesParameters parameters, Actor actor) {
        return new Table<>(COLUMNS, report(parameters, actor).rows());
    }
}
