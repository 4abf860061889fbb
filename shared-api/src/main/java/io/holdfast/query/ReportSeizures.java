package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.value.PortCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Query: seizure statistics.
 *
 * @param scope the ports that the caller may see
 * @param by the dimensions to group by
 * @param fromYear the first fiscal year; it begins in October of the year before
 * @param toYear the last fiscal year
 * @param month only this month (1 to 12), if given
 * @param port only this port, if given
 * @param operation only this operation, if given
 * @param goods only these goods, if given
 */
public record ReportSeizures(
        PortScope scope,
        Set<Dimension> by,
        int fromYear,
        int toYear,
        @Nullable Integer month,
        @Nullable PortCode port,
        @Nullable String operation,
        @Nullable String goods) {
    public ReportSeizures {
        by = Set.copyOf(by);
    }

    /** The same query for another operation and other goods. */
    public ReportSeizures of(@Nullable String otherOperation, @Nullable String otherGoods) {
        return new ReportSeizures(scope, by, fromYear, toYear, month, port, otherOperation, otherGoods);
    }

    /** A dimension to group rows by. */
    public enum Dimension {
        FISCAL_YEAR,
        MONTH,
        PORT,
        OPERATION,
        GOODS
    }

    /**
     * One row; dimensions that are not grouped by are absent.
     *
     * @param month 1 to 12
     * @param operation absent also for seizures that belong to no operation
     * @param events the number of seizures; a seizure of several goods counts once in each row it falls in
     * @param kilograms exact sum of what was measured by mass
     * @param pounds the same in pounds, rounded to 9 decimals where the decimal does not terminate
     * @param units sum of what was counted
     * @param appraisedValue sum of appraised values by currency
     */
    public record Row(
            @Nullable Integer fiscalYear,
            @Nullable Integer month,
            @Nullable PortCode port,
            @Nullable String operation,
            @Nullable String goods,
            long events,
            BigDecimal kilograms,
            BigDecimal pounds,
            BigDecimal units,
            Map<String, BigDecimal> appraisedValue) {}

    /**
     * Totals of an operation other than goods, under the same filters except the one on goods; {@code operation} is
     * absent for cases that belong to none.
     */
    public record Campaign(@Nullable String operation, long seizures, long arrests, long referrals, long exams) {}

    /** The rows in the order of their dimensions, and the campaigns by name. */
    public record Answer(List<Row> rows, List<Campaign> operations) {
        public Answer {
            rows = List.copyOf(rows);
            operations = List.copyOf(operations);
        }
    }
}
