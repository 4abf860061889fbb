package io.holdfast.projection.reporting.mongo;

import io.holdfast.projection.reporting.ReportSums;
import io.holdfast.projection.support.mongo.DocumentMapping;
import io.holdfast.projection.support.mongo.LiveGenerations;

/** Access to the totals in MongoDB for tests of other packages. */
public final class StoredSums {
    private StoredSums() {}

    public static DocumentMapping<?>[] mappings() {
        return new DocumentMapping<?>[] {
            new DayAtPortMapping(),
            new StatusChangesMapping(),
            new SeizedGoodsMapping(),
            new CampaignMonthMapping(),
            new TimesAtPortMapping(),
            new ExamsAtPortMapping(),
            new ReportedShipmentMapping(),
            new TimedShipmentMapping()
        };
    }

    public static ReportSums of(LiveGenerations models) {
        return new MongoReportSums(
                models,
                new DayAtPortMapping(),
                new StatusChangesMapping(),
                new SeizedGoodsMapping(),
                new CampaignMonthMapping(),
                new TimesAtPortMapping(),
                new ExamsAtPortMapping());
    }
}
