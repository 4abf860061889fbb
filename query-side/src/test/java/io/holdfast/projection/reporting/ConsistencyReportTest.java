package io.holdfast.projection.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.answer.Wilson;
import io.holdfast.query.ReportConsistency;
import io.holdfast.query.ReportConsistency.Row;
import io.holdfast.query.ReportConsistency.Spread;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.WaiverReason;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.ExamCompleted;
import io.holdfast.shipment.event.ShipmentEvent.ExamWaived;
import io.holdfast.value.PortCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsistencyReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final ReportConsistency QUESTION = new ReportConsistency(DAY, DAY, PortScope.all(), null);
    private static final PortCode PORT = new PortCode("2704");
    private static final ComparisonGroup DYES = new ComparisonGroup("29", "RULES1");
    private static final ComparisonGroup MACHINES = new ComparisonGroup("84", "RULES1");

    private final List<ExamsAtPort> days = new ArrayList<>();

    @Test
    void units_that_differ_only_by_what_they_get_are_alike_on_like_shipments() {
        decided("X", DYES, 20, 10);
        decided("X", MACHINES, 20, 2);
        decided("Y", DYES, 80, 40);
        decided("Y", MACHINES, 10, 1);
        var answer = ConsistencyReport.of(QUESTION, days);
        Row x = answer.rows().get(0);
        Row y = answer.rows().get(1);
        assertThat(x.rate()).isEqualTo(0.3);
        assertThat(y.rate()).isCloseTo(0.4556, within(0.0001));
        assertThat(x.alike().rate()).isCloseTo(53.0 / 130, within(1e-12));
        assertThat(y.alike().rate()).isCloseTo(53.0 / 130, within(1e-12));
        assertThat(x.alike().share()).isEqualTo(1);
        assertThat(answer.spreads()).hasSize(1);
        assertThat(answer.spreads().getFirst().difference()).isCloseTo(0, within(1e-12));
        assertThat(answer.spreads().getFirst().apart()).isFalse();
    }

    @Test
    void a_unit_that_waives_what_others_examine_stands_apart() {
        decided("X", DYES, 100, 5);
        decided("Y", DYES, 60, 45);
        decided("Z", DYES, 50, 5);
        assertThat(ConsistencyReport.of(QUESTION, days).spreads())
                .containsExactly(new Spread(ExamType.INTENSIVE, 3, "X", "Y", 0.75 - 0.05, true));
    }

    @Test
    void what_one_unit_alone_decides_on_compares_nobody() {
        decided("X", DYES, 30, 3);
        decided("Y", MACHINES, 30, 20);
        var answer = ConsistencyReport.of(QUESTION, days);
        assertThat(answer.rows()).extracting(Row::alike).containsOnlyNulls();
        assertThat(answer.spreads()).isEmpty();
    }

    @Test
    void a_unit_with_few_exams_is_shown_and_calls_nobody_the_highest() {
        decided("X", DYES, 30, 3);
        decided("Y", DYES, 9, 9);
        var answer = ConsistencyReport.of(QUESTION, days);
        assertThat(answer.rows()).hasSize(2);
        assertThat(answer.rows().get(1).alike().exams()).isEqualTo(9);
        assertThat(answer.spreads()).isEmpty();
    }

    @Test
    void reasons_are_counted() {
        decided("X", DYES, 30, 3);
        assertThat(ConsistencyReport.of(QUESTION, days).rows().getFirst().reasons())
                .isEqualTo(Map.of(WaiverReason.RESOURCE_CONSTRAINT, 3L));
    }

    @Property
    void a_standardised_rate_lies_between_the_rates_of_its_sorts_and_is_no_surer_than_its_exams(@ForAll long seed) {
        var random = new Random(seed);
        var like = new StandardisedWaivers();
        double lowest = 1;
        double highest = 0;
        for (int sort = 0; sort < 5; sort++) {
            var of = new ComparisonGroup("2" + sort, "RULES1");
            var own = new Waived(1 + random.nextInt(40), 0);
            own = new Waived(own.exams(), random.nextInt((int) own.exams() + 1));
            like.add(of, "X", own);
            like.add(of, "Y", new Waived(1 + random.nextInt(40), 0));
            lowest = Math.min(lowest, own.rate());
            highest = Math.max(highest, own.rate());
        }
        var alike = like.of("X").orElseThrow();
        assertThat(alike.rate()).isBetween(lowest - 1e-12, highest + 1e-12);
        assertThat(alike.share()).isEqualTo(1);
        var plain = Wilson.interval95(alike.rate(), alike.exams());
        assertThat(alike.rate95().low()).isLessThanOrEqualTo(plain.low() + 1e-9);
        assertThat(alike.rate95().high()).isGreaterThanOrEqualTo(plain.high() - 1e-9);
    }

    @Test
    void the_sums_by_day_hold_each_exam_that_was_decided_once() {
        List<ShipmentEvent> walk = Histories.of(31, 40, 2500);
        var sums = new Deliveries(new ReportingProjection(Zones.UTC))
                .deliver(Deliveries.projected(walk)).documents().get(ReportingProjection.EXAMS.name()).values().stream()
                        .map(ExamsAtPort.class::cast)
                        .toList();
        var rows = ConsistencyReport.of(QUESTION, sums).rows();
        assertThat(rows.stream().mapToLong(Row::waived).sum())
                .isEqualTo(walk.stream().filter(ExamWaived.class::isInstance).count())
                .isPositive();
        assertThat(rows.stream().mapToLong(Row::exams).sum())
                .isEqualTo(walk.stream()
                        .filter(e -> e instanceof ExamWaived || e instanceof ExamCompleted)
                        .count());
    }

    private void decided(String unit, ComparisonGroup sort, int exams, int waived) {
        var made = new ExamDecision(ExamType.INTENSIVE, unit, sort, null);
        var not = new ExamDecision(ExamType.INTENSIVE, unit, sort, WaiverReason.RESOURCE_CONSTRAINT);
        days.add(new ExamsAtPort(DAY, PORT, Map.of(made.text(), (long) (exams - waived), not.text(), (long) waived)));
    }
}
