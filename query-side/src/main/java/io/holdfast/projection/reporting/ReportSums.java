package io.holdfast.projection.reporting;

import io.holdfast.actor.PortScope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the projection added up, for those who answer questions. */
public interface ReportSums {
    /** The days from the first to the last at the ports in scope. */
    List<DayAtPort> days(LocalDate from, LocalDate to, PortScope scope);

    /** How long what ended took, from the first to the last day at the ports in scope. */
    List<TimesAtPort> times(LocalDate from, LocalDate to, PortScope scope);

    /** How exams were decided, from the first to the last day, of shipments of the ports in scope. */
    List<ExamsAtPort> exams(LocalDate from, LocalDate to, PortScope scope);

    /** The movements in the periods: for each port in scope, or for all together when the scope is all ports. */
    List<StatusChanges> standing(Periods.Range periods, PortScope scope);

    /** The goods seized from the first to the last month at the ports in scope. */
    List<SeizedGoods> goods(YearMonth from, YearMonth to, PortScope scope);

    /** What was done from the first to the last month at the ports in scope. */
    List<CampaignMonth> campaigns(YearMonth from, YearMonth to, PortScope scope);
}
