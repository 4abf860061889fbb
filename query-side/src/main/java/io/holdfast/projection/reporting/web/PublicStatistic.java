package io.holdfast.projection.reporting.web;

import io.holdfast.projection.answer.Table;
import io.holdfast.projection.answer.Table.Column;
import io.holdfast.projection.reporting.SeizedAmount;
import io.holdfast.projection.reporting.web.ReportProperties.Place;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportSeizures.Row;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Converts seizures to the layout of the public drug seizure statistic. Ports that it does not distinguish are added
 * up.
 */
@Component
@EnableConfigurationProperties(ReportProperties.class)
class PublicStatistic {
    private static final List<Column<Line>> COLUMNS = List.of(
            new Column<>("FY", line -> line.group().year()),
            new Column<>("Month (abbv)", line -> abbreviated(line.group().month())),
            new Column<>("Component", line -> line.group().place().component()),
            new Column<>("Region", line -> line.group().place().region()),
            new Column<>("Land Filter", line -> line.group().place().landFilter()),
            new Column<>("Area of Responsibility", line -> line.group().place().area()),
            new Column<>("Drug Type", line -> line.group().goods()),
            new Column<>("Count of Event", Line::events),
            new Column<>("Sum Qty (lbs)", line -> SeizedAmount.pounds(line.kilograms())));

    private final ReportProperties properties;

    PublicStatistic(ReportProperties properties) {
        this.properties = properties;
    }

    /** The key of a line. */
    record Group(
            @Nullable Integer year,
            @Nullable Integer month,
            Place place,
            @Nullable String goods) {}

    /** One line. */
    record Line(Group group, long events, BigDecimal kilograms) {
        Line plus(Line other) {
            return new Line(group, events + other.events, kilograms.add(other.kilograms));
        }
    }

    Table<Line> of(ReportSeizures.Answer answer) {
        var lines = new LinkedHashMap<Group, Line>();
        for (Row row : answer.rows()) {
            Place place =
                    properties.place(row.port() == null ? null : row.port().value());
            var group = new Group(row.fiscalYear(), row.month(), place, row.goods());
            lines.merge(group, new Line(group, row.events(), row.kilograms()), Line::plus);
        }
        return new Table<>(COLUMNS, List.copyOf(lines.values()));
    }

    private static @Nullable String abbreviated(@Nullable Integer month) {
        return month == null
                ? null
                : Month.of(month).getDisplayName(TextStyle.SHORT, Locale.US).toUpperCase(Locale.US);
    }
}
