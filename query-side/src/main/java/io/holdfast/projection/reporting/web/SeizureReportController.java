package io.holdfast.projection.reporting.web;

import io.holdfast.actor.Actor;
import io.holdfast.actor.Permission;
import io.holdfast.projection.answer.QueryDispatcher;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Tables;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.support.web.AnswersFrom;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportSeizures.Dimension;
import io.holdfast.runtime.security.RequiresPermission;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the seizure report. */
@RestController
@AnswersFrom(ReportingProjection.NAME)
@RequestMapping("/api/v1/reports/seizures")
class SeizureReportController {
    private static final Set<Dimension> OF_STATISTIC =
            Set.of(Dimension.FISCAL_YEAR, Dimension.MONTH, Dimension.PORT, Dimension.GOODS);

    private final QueryDispatcher asking;
    private final PublicStatistic statistic;
    private final ReportDays days;

    SeizureReportController(QueryDispatcher asking, PublicStatistic statistic, ReportDays days) {
        this.asking = asking;
        this.statistic = statistic;
        this.days = days;
    }

    /** Totals of seizures, and the other results of each operation. */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission(Permission.READ_REPORTS)
    ReportSeizures.Answer report(@ParameterObject SeizureParameters parameters, Actor actor) {
        return asking.ask(parameters.question(actor.scope(), days), ReportSeizures.Answer.class);
    }

    /** The totals as a table. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RequiresPermission(Permission.READ_REPORTS)
    Table<ReportSeizures.Row> table(@ParameterObject SeizureParameters parameters, Actor actor) {
        var rows = report(parameters, actor).rows();
        return new Table<>(SeizureColumns.of(rows), rows);
    }

    /** The same totals in the layout of the public drug seizure statistic, with its grouping. */
    @GetMapping(path = "/statistic", produces = Tables.CSV_VALUE)
    @RequiresPermission(Permission.READ_REPORTS)
    Table<PublicStatistic.Line> statistic(@ParameterObject SeizureParameters parameters, Actor actor) {
        var question = parameters.question(actor.scope(), OF_STATISTIC, days);
        return statistic.of(asking.ask(question, ReportSeizures.Answer.class));
    }
}
