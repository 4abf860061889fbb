package io.holdfast.projection.reporting.mongo;

import io.holdfast.projection.answer.mongo.RoundTrips;
import io.holdfast.projection.reporting.ReportingProjection;
import io.holdfast.projection.reporting.Zones;
import io.holdfast.projection.support.mongo.DocumentMapping;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportingMappingsTest {
    static Stream<DocumentMapping<?>> mappings() {
        return Stream.of(
                new DayAtPortMapping(),
                new StatusChangesMapping(),
                new SeizedGoodsMapping(),
                new CampaignMonthMapping(),
                new TimesAtPortMapping(),
                new ExamsAtPortMapping(),
                new ReportedShipmentMapping(),
                new TimedShipmentMapping());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void every_document_comes_back_as_it_was_written(DocumentMapping<?> mapping) {
        RoundTrips.check(new ReportingProjection(Zones.UTC), mapping);
    }
}
