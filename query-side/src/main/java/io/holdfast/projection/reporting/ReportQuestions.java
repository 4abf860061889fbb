package io.holdfast.projection.reporting;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Ports;
import io.holdfast.query.ReportConsistency;
import io.holdfast.query.ReportDaily;
import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportTimes;
import io.holdfast.shipment.state.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers the report queries: daily counts, durations, consistency between units, and seizures. */
@Component
class ReportQuestions {
    private static final Comparator<ReportDaily.Row> BY_DAY_AND_PORT = Comparator.comparing(ReportDaily.Row::day)
            .thenComparing(row -> row.port().value());

    private final ReportSums sums;

    ReportQuestions(ReportSums sums) {
        this.sums = sums;
    }

    @QueryHandler
    ReportDaily.Answer handle(ReportDaily q) {
        PortScope scope = Ports.narrowed(q.scope(), q.port());
        List<ReportDaily.Row> rows = sums.days(q.from(), q.to(), scope).stream()
                .map(day -> new ReportDaily.Row(day.day(), day.port(), day.counts()))
                .sorted(BY_DAY_AND_PORT)
                .toList();
        Counts total = rows.stream().map(ReportDaily.Row::counts).reduce(Counts.NONE, Counts::plus);
        return new ReportDaily.Answer(q.from(), q.to(), rows, total, standing(q.to(), scope));
    }

    private Map<Status, Long> standing(LocalDate day, PortScope scope) {
        var standing = new EnumMap<Status, Long>(Status.class);
        for (Status status : Status.values()) {
            standing.put(status, 0L);
        }
        Periods.upTo(day).stream()
                .flatMap(periods -> sums.standing(periods, scope).stream())
                .forEach(moved -> moved.moved().forEach((status, n) -> standing.merge(status, n, Long::sum)));
        return standing;
    }

    @QueryHandler
    ReportTimes.Answer handle(ReportTimes q) {
        return TimesReport.of(q, sums.times(q.from(), q.to(), Ports.narrowed(q.scope(), q.port())));
    }

    @QueryHandler
    ReportConsistency.Answer handle(ReportConsistency q) {
        return ConsistencyReport.of(q, sums.exams(q.from(), q.to(), Ports.narrowed(q.scope(), q.port())));
    }

    @QueryHandler
    ReportSeizures.Answer handle(ReportSeizures q) {
        PortScope scope = Ports.narrowed(q.scope(), q.port());
        var from = FiscalCalendar.firstMonth(q.fromYear());
        var to = FiscalCalendar.lastMonth(q.toYear());
        return SeizureReport.of(q, sums.goods(from, to, scope), sums.campaigns(from, to, scope));
    }
}
