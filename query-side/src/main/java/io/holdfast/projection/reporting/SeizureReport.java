package io.holdfast.projection.reporting;

import io.holdfast.projection.reporting.ReportChange.CampaignKey;
import io.holdfast.projection.reporting.ReportChange.HaulKey;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportSeizures.Campaign;
import io.holdfast.query.ReportSeizures.Dimension;
import io.holdfast.query.ReportSeizures.Row;
import io.holdfast.value.PortCode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Groups seizures by the dimensions that a query asks for. */
final class SeizureReport {
    private static final Comparator<String> NONE_LAST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Integer> NUMBERS = Comparator.nullsLast(Comparator.naturalOrder());

    private SeizureReport() {}

    /** The key of a row; dimensions that were not asked for are absent. */
    private record Group(
            @Nullable Integer year,
            @Nullable Integer monthOfYear,
            @Nullable PortCode port,
            @Nullable String operation,
            @Nullable String goods)
            implements Comparable<Group> {
        /** Orders by fiscal year; within it, October is the first month. */
        private static final Comparator<Group> ORDER = Comparator.comparing(Group::year, NUMBERS)
                .thenComparing(Group::fiscalMonth, NUMBERS)
                .thenComparing(g -> g.port() == null ? null : g.port().value(), NONE_LAST)
                .thenComparing(Group::operation, NONE_LAST)
                .thenComparing(Group::goods, NONE_LAST);

        private @Nullable Integer fiscalMonth() {
            return monthOfYear == null ? null : Integer.valueOf((monthOfYear + 2) % 12);
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    static ReportSeizures.Answer of(ReportSeizures q, List<SeizedGoods> goods, List<CampaignMonth> campaigns) {
        var names = new NameSpellings();
        goods.forEach(seized -> names.add(seized.key().operation(), seized.key().goods()));
        campaigns.forEach(campaign -> names.add(campaign.key().operation()));
        return of(
                q,
                goods.stream()
                        .map(seized -> new SeizedGoods(spelled(seized.key(), names), seized.haul()))
                        .toList(),
                campaigns.stream()
                        .map(campaign -> new CampaignMonth(spelled(campaign.key(), names), campaign.activity()))
                        .toList(),
                names);
    }

    private static HaulKey spelled(HaulKey key, NameSpellings names) {
        return new HaulKey(key.month(), key.port(), names.spelling(key.operation()), names.spelled(key.goods()));
    }

    private static CampaignKey spelled(CampaignKey key, NameSpellings names) {
        return new CampaignKey(key.month(), key.port(), names.spelling(key.operation()));
    }

    private static ReportSeizures.Answer of(
            ReportSeizures asked, List<SeizedGoods> goods, List<CampaignMonth> campaigns, NameSpellings names) {
        ReportSeizures q = asked.of(names.spelling(asked.operation()), names.spelling(asked.goods()));
        var hauls = new TreeMap<Group, SeizedAmount>();
        for (SeizedGoods seized : goods) {
            HaulKey key = seized.key();
            if (wanted(q, key.month(), key.operation())
                    && (q.goods() == null || q.goods().equals(key.goods()))) {
                hauls.merge(group(q, key), seized.haul(), SeizedAmount::plus);
            }
        }
        List<CampaignMonth> inScope = campaigns.stream()
                .filter(c -> wanted(q, c.key().month(), c.key().operation()))
                .toList();
        Map<Group, SeizedAmount> rows = toldApartByGoods(q) ? hauls : withSeizuresOf(q, inScope, hauls);
        return new ReportSeizures.Answer(
                rows.entrySet().stream()
                        .filter(row -> !row.getValue().equals(SeizedAmount.NONE))
                        .map(row -> row(row.getKey(), row.getValue()))
                        .toList(),
                operations(inScope));
    }

    private static boolean wanted(ReportSeizures q, YearMonth month, @Nullable String operation) {
        return (q.month() == null || q.month() == month.getMonthValue())
                && (q.operation() == null || q.operation().equals(operation));
    }

    private static Group group(ReportSeizures q, HaulKey key) {
        Group all = group(q, new CampaignKey(key.month(), key.port(), key.operation()));
        String goods = q.by().contains(Dimension.GOODS) ? key.goods() : null;
        return new Group(all.year(), all.monthOfYear(), all.port(), all.operation(), goods);
    }

    private static Group group(ReportSeizures q, CampaignKey key) {
        Set<Dimension> by = q.by();
        return new Group(
                by.contains(Dimension.FISCAL_YEAR) ? FiscalCalendar.year(key.month()) : null,
                by.contains(Dimension.MONTH) ? key.month().getMonthValue() : null,
                by.contains(Dimension.PORT) ? key.port() : null,
                by.contains(Dimension.OPERATION) ? key.operation() : null,
                null);
    }

    private static boolean toldApartByGoods(ReportSeizures q) {
        return q.by().contains(Dimension.GOODS) || q.goods() != null;
    }

    /**
     * Replaces the seizure counts. A seizure of several goods must count once in a row; the campaigns have the true
     * numbers.
     */
    private static Map<Group, SeizedAmount> withSeizuresOf(
            ReportSeizures q, List<CampaignMonth> campaigns, Map<Group, SeizedAmount> hauls) {
        var seizures = new TreeMap<Group, Long>();
        campaigns.forEach(c -> seizures.merge(group(q, c.key()), c.activity().seizures(), Long::sum));
        var rows = new TreeMap<Group, SeizedAmount>();
        hauls.forEach((group, haul) -> rows.put(
                group,
                new SeizedAmount(seizures.getOrDefault(group, 0L), haul.kilograms(), haul.units(), haul.values())));
        return rows;
    }

    private static Row row(Group group, SeizedAmount sum) {
        return new Row(
                group.year(),
                group.monthOfYear(),
                group.port(),
                group.operation(),
                group.goods(),
                sum.events(),
                sum.kilograms(),
                sum.pounds(),
                sum.units(),
                sum.values());
    }

    private static List<Campaign> operations(List<CampaignMonth> campaigns) {
        var sums = new TreeMap<@Nullable String, Activity>(NONE_LAST);
        campaigns.forEach(c -> sums.merge(c.key().operation(), c.activity(), Activity::plus));
        sums.values().removeIf(Activity.NONE::equals);
        return sums.entrySet().stream()
                .map(sum -> campaign(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static Campaign campaign(@Nullable String operation, Activity did) {
        return new Campaign(operation, did.seizures(), did.arrests(), did.referrals(), did.exams());
    }
}
