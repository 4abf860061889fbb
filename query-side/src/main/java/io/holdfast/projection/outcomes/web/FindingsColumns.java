package io.holdfast.projection.outcomes.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.AssessRules.Findings;
import io.holdfast.query.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CSV columns of findings and intervals. */
final class FindingsColumns {
    private FindingsColumns() {}

    static <T> List<Column<T>> of(Function<T, Findings> findings, boolean withLift) {
        var columns = new ArrayList<Column<T>>();
        columns.add(new Column<>("examined", row -> findings.apply(row).examined()));
        columns.add(new Column<>("pending", row -> findings.apply(row).pending()));
        columns.add(new Column<>("positive", row -> findings.apply(row).positive()));
        columns.add(new Column<>("confirmed", row -> findings.apply(row).confirmed()));
        columns.add(new Column<>("precision", row -> findings.apply(row).precision()));
        columns.addAll(interval("precision95", row -> findings.apply(row).precision95()));
        if (withLift) {
            columns.add(new Column<>("lift", row -> findings.apply(row).lift()));
            columns.addAll(interval("lift95", row -> findings.apply(row).lift95()));
        }
        return columns;
    }

    static <T> List<Column<T>> interval(String name, Function<T, @Nullable Interval> of) {
        return List.of(
                new Column<>(name + ".low", row -> {
                    Interval interval = of.apply(row);
                    return interval == null ? null : interval.low();
                }),
                new Column<>(name + ".high", row -> {
                    Interval interval = of.apply(row);
                    return interval == null ? null : interval.high();
                }));
    }
}
