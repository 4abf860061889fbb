package io.holdfast.projection.reporting.web;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.BadParameterException;
import io.holdfast.projection.answer.Parameter;
import io.holdfast.projection.reporting.FiscalCalendar;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportSeizures.Dimension;
import io.holdfast.value.Check;
import io.holdfast.value.PortCode;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a seizure report.
 *
 * @param fromYear the first fiscal year; the last one by default
 * @param toYear the last fiscal year, the current one by default; at most ten years in all
 * @param month only this month, 1 to 12
 * @param port only this port
 * @param operation only this operation
 * @param goods only these goods
 * @param by the dimensions to group by, separated by commas: {@code fiscal-year}, {@code month}, {@code port},
 *     {@code operation}, {@code goods}
 */
record SeizureParameters(
        @Nullable String fromYear,
        @Nullable String toYear,
        @Nullable String month,
        @Nullable String port,
        @Nullable String operation,
        @Nullable String goods,
        @Nullable String by) {
    private static final int MOST_YEARS = 10;
    private static final Set<Dimension> USUAL = Set.of(Dimension.FISCAL_YEAR, Dimension.MONTH, Dimension.GOODS);

    ReportSeizures question(PortScope scope, ReportDays days) {
        return question(scope, by == null ? USUAL : dimensions(by), days);
    }

    ReportSeizures question(PortScope scope, Set<Dimension> dimensions, ReportDays days) {
        int last = Parameter.year("toYear", toYear, FiscalCalendar.year(YearMonth.from(days.today(portCode()))));
        int first = Parameter.year("fromYear", fromYear, last);
        if (first > last) {
            throw new BadParameterException("fromYear", "must not be after toYear");
        }
        if (last - first >= MOST_YEARS) {
            throw new BadParameterException("fromYear", "must begin a period of at most 10 years");
        }
        return new ReportSeizures(
                scope,
                dimensions,
                first,
                last,
                Parameter.optionalNumber("month", month, 1, 12),
                portCode(),
                Parameter.optional("operation", operation, text -> Check.line(text, "operation", 80)),
                Parameter.optional("goods", goods, text -> Check.capitals(text, "goods", 120)));
    }

    private @Nullable PortCode portCode() {
        return Parameter.optional("port", port, PortCode::new);
    }

    private static Set<Dimension> dimensions(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> Parameter.choice("by", name, Dimension.class))
                .collect(Collectors.toSet());
    }
}
