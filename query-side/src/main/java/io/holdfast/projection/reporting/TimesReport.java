package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.Minutes;
import io.holdfast.query.ReportTimes;
import io.holdfast.query.ReportTimes.Row;
import io.holdfast.value.PortCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times of many days as one report. */
final class TimesReport {
    private static final Comparator<Row> BY_PORT_AND_KIND = Comparator.<Row, String>comparing(
                    row -> row.port().value())
            .thenComparing(Row::measure)
            .thenComparing(Row::of);

    private record Key(PortCode port, String kind) {}

    private TimesReport() {}

    static ReportTimes.Answer of(ReportTimes question, List<TimesAtPort> days) {
        var sums = new HashMap<Key, Minutes>();
        days.forEach(day ->
                day.took().forEach((kind, minutes) -> sums.merge(new Key(day.port(), kind), minutes, Minutes::plus)));
        List<Row> rows = sums.entrySet().stream()
                .map(TimesReport::row)
                .sorted(BY_PORT_AND_KIND)
                .toList();
        return new ReportTimes.Answer(question.from(), question.to(), rows);
    }

    private static Row row(Map.Entry<Key, Minutes> sum) {
        TimeKind kind = TimeKind.parse(sum.getKey().kind());
        Minutes minutes = sum.getValue();
        return new Row(
                sum.getKey().port(),
                kind.measure(),
                kind.of(),
                minutes.size(),
                minutes.median().orElseThrow(),
                minutes.percentile(90).orElseThrow());
    }
}
