package io.holdfast.projection.reporting.web;

import io.holdfast.actor.Actor;
import io.holdfast.projection.answer.Asking;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Table.Column;
import io.holdfast.projection.answer.Tables;
import io.holdfast.query.ReportDaily;
import io.holdfast.query.ReportDaily.Row;
import io.holdfast.runtime.security.Roles;
import io.holdfast.value.PortCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened, day by day and port by port. */
@RestController
@RequestMapping("/api/v1/reports/daily")
class DailyReportController {
    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;
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

    private final Asking asking;
    private final Clock clock;

    DailyReportController(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Counts by day and port, their sum, and how many shipments stood in each status at the end.
     *
     * @param from the first day in UTC; 30 days up to the last one by default
     * @param to the last day in UTC, today by default; at most 366 days from the first
     * @param port only this port
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @RolesAllowed({Roles.REPORTER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ANALYST})
    ReportDaily.Answer report(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String port,
            Actor actor) {
        LocalDate lastGiven = Parameter.date("to", to);
        LocalDate last = lastGiven == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : lastGiven;
        LocalDate firstGiven = Parameter.date("from", from);
        LocalDate first = firstGiven == null ? last.minusDays(USUAL_DAYS - 1) : firstGiven;
        if (first.isAfter(last)) {
            throw new BadParameterException("from", "must not be after to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            throw new BadParameterException("from", "must be at most 366 days before the end of to");
        }
        var question =
                new ReportDaily(first, last, actor.scope(), Parameter.optional("port", port, PortCode::new));
        return asking.ask(question, ReportDaily.Answer.class);
    }

    /** The counts, one day and port a line. */
    @GetMapping(produces = {Tables.CSV_VALUE, Tables.NDJSON_VALUE})
    @RolesAllowed({Roles.REPORTER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ANALYST})
    Table<Row> table(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String port,
            Actor actor) {
        return new Table<>(COLUMNS, report(from, to, port, actor).rows());
    }
}
