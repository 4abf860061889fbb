package io.holdfast.projection.reporting;

import io.holdfast.actor.PortScope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Reads the totals of the reporting projection. */
public interface ReportSums {
    /** The days from the first to the last, at the ports in scope. */
    List<DayAtPort> days(LocalDate from, LocalDate to, PortScope scope);

    /** The durations that ended from the first to the last day, at the ports in scope. */
    List<TimesAtPort> times(LocalDate from, LocalDate to, PortScope scope);

    /** The exam decisions from the first to the last day, for shipments of the ports in scope. */
    List<ExamsAtPort> exams(LocalDate from, LocalDate to, PortScope scope);

    /** The status changes in the periods: for each port in scope, or one total if the scope is all ports. */
    List<StatusChanges> standing(Periods.Range periods, PortScope scope);

    /** The goods seized from the first to the last month at the ports in scope. */
    List<SeizedGoods> goods(YearMonth from, YearMonth to, PortScope scope);

    /** The actions from the first to the last month at the ports in scope. */
    List<CampaignMonth> campaigns(YearMonth from, YearMonth to, PortScope scope);
}
