package io.holdfast.projection.reporting;

import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.ReportTimes;
import io.holdfast.query.ReportTimes.Row;
import io.holdfast.value.PortCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Combines the durations of many days into one report. */
final class TimesReport {
    private static final Comparator<Row> BY_PORT_AND_KIND = Comparator.<Row, String>comparing(
                    row -> row.port().value())
            .thenComparing(row -> String.valueOf(row.unit()))
            .thenComparing(Row::measure)
            .thenComparing(Row::of);

    private record Key(PortCode port, @Nullable String unit, TimeKind kind) {}

    private TimesReport() {}

    static ReportTimes.Answer of(ReportTimes question, List<TimesAtPort> days) {
        var sums = new HashMap<Key, DurationHistogram>();
        days.forEach(day -> day.took()
                .forEach((text, minutes) ->
                        sums.merge(key(day.port(), text, question.byUnit()), minutes, DurationHistogram::plus)));
        List<Row> rows = sums.entrySet().stream()
                .map(TimesReport::row)
                .sorted(BY_PORT_AND_KIND)
                .toList();
        return new ReportTimes.Answer(question.from(), question.to(), rows);
    }

    private static Key key(PortCode port, String text, boolean byUnit) {
        int space = text.indexOf(' ');
        return new Key(port, byUnit ? text.substring(0, space) : null, TimeKind.parse(text.substring(space + 1)));
    }

    private static Row row(Map.Entry<Key, DurationHistogram> sum) {
        TimeKind kind = sum.getKey().kind();
        DurationHistogram minutes = sum.getValue();
        return new Row(
                sum.getKey().port(),
                sum.getKey().unit(),
                kind.measure(),
                kind.of(),
                minutes.size(),
                minutes.median().orElseThrow(),
                minutes.percentile(90).orElseThrow());
    }
}
