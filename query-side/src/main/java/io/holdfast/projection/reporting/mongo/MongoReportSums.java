package io.holdfast.projection.reporting.mongo;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Ports;
import io.holdfast.projection.answer.mongo.PortFilter;
import io.holdfast.projection.reporting.CampaignMonth;
import io.holdfast.projection.reporting.DayAtPort;
import io.holdfast.projection.reporting.ExamsAtPort;
import io.holdfast.projection.reporting.Periods;
import io.holdfast.projection.reporting.ReportSums;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.SeizedGoods;
import io.holdfast.projection.reporting.StatusChanges;
import io.holdfast.projection.reporting.TimesAtPort;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Reads totals. Every filter is a range of numbers, with or without ports. */
@Component
final class MongoReportSums implements ReportSums {
    private final LiveGenerations models;
    private final DayAtPortMapping days;
    private final StatusChangesMapping standing;
    private final SeizedGoodsMapping goods;
    private final CampaignMonthMapping campaigns;
    private final TimesAtPortMapping times;
    private final ExamsAtPortMapping exams;

    MongoReportSums(
            LiveGenerations models,
            DayAtPortMapping days,
            StatusChangesMapping standing,
            SeizedGoodsMapping goods,
            CampaignMonthMapping campaigns,
            TimesAtPortMapping times,
            ExamsAtPortMapping exams) {
        this.models = models;
        this.days = days;
        this.standing = standing;
        this.goods = goods;
        this.campaigns = campaigns;
        this.times = times;
        this.exams = exams;
    }

    @Override
    public List<DayAtPort> days(LocalDate from, LocalDate to, PortScope scope) {
        var range = range(Periods.number(from), Periods.number(to));
        return find(PortFilter.restrict(new Document(DayAtPortMapping.DAY, range), scope), scope, days);
    }

    @Override
    public List<TimesAtPort> times(LocalDate from, LocalDate to, PortScope scope) {
        var range = range(Periods.number(from), Periods.number(to));
        return find(PortFilter.restrict(new Document(TimesAtPortMapping.DAY, range), scope), scope, times);
    }

    @Override
    public List<ExamsAtPort> exams(LocalDate from, LocalDate to, PortScope scope) {
        var range = range(Periods.number(from), Periods.number(to));
        return find(PortFilter.restrict(new Document(ExamsAtPortMapping.DAY, range), scope), scope, exams);
    }

    @Override
    public List<StatusChanges> standing(Periods.Range periods, PortScope scope) {
        var range = range(periods.first(), periods.last());
        return find(PortFilter.ofSums(scope).append(StatusChangesMapping.PERIOD, range), scope, standing);
    }

    @Override
    public List<SeizedGoods> goods(YearMonth from, YearMonth to, PortScope scope) {
        var range = range(Periods.number(from), Periods.number(to));
        return find(PortFilter.restrict(new Document(SeizedGoodsMapping.MONTH, range), scope), scope, goods);
    }

    @Override
    public List<CampaignMonth> campaigns(YearMonth from, YearMonth to, PortScope scope) {
        var range = range(Periods.number(from), Periods.number(to));
        return find(PortFilter.restrict(new Document(CampaignMonthMapping.MONTH, range), scope), scope, campaigns);
    }

    private <T> List<T> find(Document filter, PortScope scope, DocumentMapping<T> mapping) {
        if (Ports.none(scope)) {
            return List.of();
        }
        return models.collection(ReportingProjection.NAME, mapping.collection())
                .find(filter)
                .map(mapping::fromDocument)
                .into(new ArrayList<>());
    }

    private static Document range(int first, int last) {
        return new Document("$gte", first).append("$lte", last);
    }
}
