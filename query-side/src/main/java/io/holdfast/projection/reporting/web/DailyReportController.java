package io.holdfast.projection.reporting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Table.Column;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.ReportDaily;
import io.holdfast.query.ReportDaily.Row;
import io.holdfast.runtime.security.RequiresPermission;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the daily report, by day and port. */
@RestController
@AnswersFrom(ReportingProjection.NAME)
@RequestMapping("/api/v1/reports/daily")
class DailyReportController {
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("day", Row::day),
            new Column<>("port", Row::port),
            new Column<>("declared", row -> row.counts().declared()),
            new Column<>("targeted", row -> row.counts().targeted()),
            new Column<>("cleared", row -> row.counts().cleared()),
            new Column<>("held", row -> row.counts().held()),
            new Column<>("examined", row -> row.counts().examined()),
            new Column<>("seized", row -> row.counts().seized()),
            new Column<>("released", row -> row.counts().released()),
            new Column<>("waived", row -> row.counts().waived()));

    private final QueryDispatcher asking;
    private final ReportDays days;

    DailyReportController(QueryDispatcher asking, ReportDays days) {
        this.asking = asking;
        this.days = days;
    }

    /** Counts by day and port, their total, and the number of shipments in each status at the end of the last day. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_REPORTS)
    ReportDaily.Answer report(@ParameterObject PeriodParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor.scope(), days), ReportDaily.Answer.class);
    }

    /** The counts as a table, one row per day and port. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RequiresPermission(Permission.READ_REPORTS)
    Table<Row> table(@ParameterObject PeriodParameters parameters, Actor actor) {
        return new Table<>(COLUMNS, report(parameters, actor).rows());
    }
}
