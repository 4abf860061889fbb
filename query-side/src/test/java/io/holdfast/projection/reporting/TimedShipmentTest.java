package io.holdfast.projection.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.command.shipment.domain.OneOfEach;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.ReportTimes.Measure;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimedShipmentTest {
    @Test
    void each_stay_hold_exam_and_assignment_that_ended_counts_once_and_a_waived_exam_does_not() {
        assertThat(ended(OneOfEach.history()))
                .containsEntry(new TimeKind(Measure.HOLD, "MANIFEST"), DurationHistogram.of(2))
                .containsEntry(new TimeKind(Measure.EXAM, "INTENSIVE"), DurationHistogram.of(2))
                .containsEntry(TimeKind.ASSIGNEE, DurationHistogram.of(11).plus(DurationHistogram.of(1)))
                .containsEntry(new TimeKind(Measure.STATUS, "TARGETED"), DurationHistogram.of(3))
                .doesNotContainKey(new TimeKind(Measure.EXAM, "TAILGATE"))
                .doesNotContainKey(new TimeKind(Measure.HOLD, "INTELLIGENCE"));
    }

    @Test
    void the_sums_by_day_hold_what_ended_and_nothing_else() {
        List<ShipmentEvent> walk = Histories.of(5, 1, 60);
        var sums = new HashMap<TimeKind, DurationHistogram>();
        new Deliveries(new ReportingProjection(Zones.UTC))
                .deliver(Deliveries.projected(walk))
                .documents()
                .get(ReportingProjection.TIMES.name())
                .values()
                .forEach(day -> ((TimesAtPort) day)
                        .took()
                        .forEach((text, took) -> sums.merge(
                                TimeKind.parse(text.substring(text.indexOf(' ') + 1)), took, DurationHistogram::plus)));
        assertThat(sums).isNotEmpty().isEqualTo(ended(walk));
    }

    private static Map<TimeKind, DurationHistogram> ended(List<ShipmentEvent> history) {
        var all = new HashMap<TimeKind, DurationHistogram>();
        TimedShipment shipment = null;
        for (ShipmentEvent event : history) {
            TimedShipment next = TimedShipment.fold(shipment, event).orElseThrow();
            TimedShipment.ended(shipment, next, event)
                    .forEach((kind, took) -> all.merge(kind, took, DurationHistogram::plus));
            shipment = next;
        }
        return all;
    }
}
