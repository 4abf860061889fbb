package io.holdfast.projection.reporting.web;

import io.holdfast.projection.answer.Table.Column;
import io.holdfast.query.ReportSeizures.Row;
import java.util.ArrayList;
import java.util.List;

/** CSV columns of seizures, with one for each currency that occurs. */
final class SeizureColumns {
    private static final List<Column<Row>> FIXED = List.of(
            new Column<>("fiscalYear", Row::fiscalYear),
            new Column<>("month", Row::month),
            new Column<>("port", Row::port),
            new Column<>("operation", Row::operation),
            new Column<>("goods", Row::goods),
            new Column<>("events", Row::events),
            new Column<>("kilograms", Row::kilograms),
            new Column<>("pounds", Row::pounds),
            new Column<>("units", Row::units));

    private SeizureColumns() {}

    static List<Column<Row>> of(List<Row> rows) {
        var columns = new ArrayList<>(FIXED);
        rows.stream()
                .flatMap(row -> row.appraisedValue().keySet().stream())
                .distinct()
                .sorted()
                .forEach(currency -> columns.add(new Column<>(
                        "appraisedValue." + currency,
                        row -> row.appraisedValue().get(currency))));
        return columns;
    }
}
