package io.holdfast.projection.reporting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Table.Column;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.ReportConsistency;
import io.holdfast.query.ReportConsistency.Alike;
import io.holdfast.query.ReportConsistency.Row;
import io.holdfast.runtime.security.RequiresPermission;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the consistency report: whether units decide alike on like shipments. */
@RestController
@AnswersFrom(ReportingProjection.NAME)
@RequestMapping("/api/v1/reports/consistency")
@RequiresPermission(Permission.READ_REPORTS)
class ConsistencyReportController {
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("type", Row::type),
            new Column<>("unit", Row::unit),
            new Column<>("exams", Row::exams),
            new Column<>("waived", Row::waived),
            new Column<>("rate", Row::rate),
            new Column<>("rateLow95", row -> row.rate95().low()),
            new Column<>("rateHigh95", row -> row.rate95().high()),
            alike("alikeExams", Alike::exams),
            alike("alikeShare", Alike::share),
            alike("alikeRate", Alike::rate),
            alike("alikeRateLow95", alike -> alike.rate95().low()),
            alike("alikeRateHigh95", alike -> alike.rate95().high()));

    private final QueryDispatcher asking;
    private final ReportDays days;

    ConsistencyReportController(QueryDispatcher asking, ReportDays days) {
        this.asking = asking;
        this.days = days;
    }

    private static Column<Row> alike(String name, Function<Alike, @Nullable Object> cell) {
        return new Column<>(name, row -> row.alike() == null ? null : cell.apply(row.alike()));
    }

    /** Waived exams by unit and type, over all shipments and over like ones, and how far units differ. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ReportConsistency.Answer report(@ParameterObject PeriodParameters parameters, Actor actor) {
        return asking.ask(parameters.consistency(actor.scope(), days), ReportConsistency.Answer.class);
    }

    /** The rows as a table, one per unit and type. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    Table<Row> table(@ParameterObject PeriodParameters parameters, Actor actor) {
        return new Table<>(COLUMNS, report(parameters, actor).rows());
    }
}
