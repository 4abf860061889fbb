package io.holdfast.projection.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.reporting.ReportChange.CampaignKey;
import io.holdfast.projection.reporting.ReportChange.HaulKey;
import io.holdfast.projection.reporting.mongo.StoredSums;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.ReportDaily;
import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.query.ReportSeizures;
import io.holdfast.query.ReportSeizures.Campaign;
import io.holdfast.query.ReportSeizures.Dimension;
import io.holdfast.query.ReportSeizures.Row;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.Mass;
import io.holdfast.value.PortCode;
import io.holdfast.value.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportQuestionsTest {
    private static final List<ShipmentEvent> EVENTS = Histories.of(41, 200, 4000);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = Zones.UTC.day(null, EVENTS.getLast().at());
    private static final PortScope EVERY_PORT =
            PortScope.only(new PortCode("2704"), new PortCode("2304"), new PortCode("1101"), new PortCode("5301"));

    private static ProjectionHarness harness;
    private static ReportQuestions questions;

    @BeforeAll
    static void project() {
        harness = started().given(EVENTS).caughtUp();
        questions = new ReportQuestions(StoredSums.of(harness.readModels()));
    }

    private static ProjectionHarness started() {
        return ProjectionHarness.of(new ReportingProjection(Zones.UTC), StoredSums.mappings());
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Test
    void the_walks_reach_over_years_so_that_every_kind_of_period_is_summed() {
        assertThat(LAST.getYear()).isGreaterThan(2027);
    }

    @Test
    void a_daily_report_has_a_row_for_each_day_and_port_and_their_sum() {
        var answer = daily(FIRST, LAST, PortScope.all(), null);
        assertThat(answer.total())
                .isEqualTo(answer.rows().stream().map(ReportDaily.Row::counts).reduce(Counts.NONE, Counts::plus));
        assertThat(answer.total().examined())
                .isEqualTo(
                        EVENTS.stream().filter(ExamCompleted.class::isInstance).count())
                .isPositive();
        assertThat(answer.rows()).extracting(ReportDaily.Row::day).isSorted();
        assertThat(daily(FIRST, LAST, EVERY_PORT, null)).isEqualTo(answer);
    }

    @Test
    void a_period_holds_its_first_and_its_last_day_and_no_other() {
        LocalDate day = daily(FIRST, LAST, PortScope.all(), null).rows().get(40).day();
        var answer = daily(day, day.plusDays(1), PortScope.all(), null);
        assertThat(answer.rows()).isNotEmpty().extracting(ReportDaily.Row::day).containsAnyOf(day, day.plusDays(1));
        assertThat(answer.total().examined())
                .isEqualTo(EVENTS.stream()
                        .filter(e -> e instanceof ExamCompleted
                                && !Zones.UTC.day(null, e.at()).isBefore(day)
                                && !Zones.UTC.day(null, e.at()).isAfter(day.plusDays(1)))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 29, 30, 60, 94, 95, 200, 365, 400, 500, 5000})
    void standing_at_the_end_of_a_day_is_what_the_events_up_to_it_leave(int days) {
        LocalDate end = Zones.UTC.day(null, Histories.START).plusDays(days);
        assertThat(daily(end, end, PortScope.all(), null).standingAtEnd()).isEqualTo(standing(end, null));
        assertThat(daily(end, end, EVERY_PORT, null).standingAtEnd()).isEqualTo(standing(end, null));
        assertThat(daily(end, end, EVERY_PORT, new PortCode("1101")).standingAtEnd())
                .isEqualTo(standing(end, "1101"));
    }

    @Test
    void whoever_sees_no_port_sees_zeros() {
        var answer = daily(FIRST, LAST, PortScope.only(), null);
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.total()).isEqualTo(Counts.NONE);
        assertThat(answer.standingAtEnd().values()).hasSize(5).containsOnly(0L);
        var seizures = questions.handle(seizures(PortScope.only(), Set.of(Dimension.GOODS), null, null));
        assertThat(seizures).isEqualTo(new ReportSeizures.Answer(List.of(), List.of()));
    }

    @Test
    void a_port_outside_of_the_scope_looks_like_one_where_nothing_happened() {
        var scope = PortScope.only(new PortCode("2704"));
        assertThat(daily(FIRST, LAST, scope, new PortCode("2304")))
                .isEqualTo(daily(FIRST, LAST, scope, new PortCode("9999")));
    }

    @Test
    void kilograms_by_goods_are_exact() {
        var expected = new HashMap<String, BigDecimal>();
        lines().forEach(line -> expected.merge(
                line.goods(), line.quantity().mass().map(Mass::kilograms).orElse(BigDecimal.ZERO), BigDecimal::add));
        List<Row> rows = rows(PortScope.all(), Dimension.GOODS);
        assertThat(rows).hasSize(4).extracting(Row::goods).isSorted();
        for (Row row : rows) {
            assertThat(row.kilograms()).isEqualByComparingTo(expected.get(row.goods()));
            assertThat(row.pounds()).isEqualTo(SeizedAmount.pounds(row.kilograms()));
        }
        assertThat(rows(EVERY_PORT, Dimension.GOODS)).isEqualTo(rows);
    }

    @Test
    void a_seizure_of_several_goods_counts_once_in_a_row_of_several_goods() {
        long seizures = EVENTS.stream().filter(ShipmentSeized.class::isInstance).count();
        assertThat(rows(PortScope.all()))
                .singleElement()
                .extracting(Row::events)
                .isEqualTo(seizures);
        assertThat(rows(PortScope.all(), Dimension.PORT, Dimension.OPERATION, Dimension.MONTH).stream()
                        .mapToLong(Row::events)
                        .sum())
                .isEqualTo(seizures);
        assertThat(rows(PortScope.all(), Dimension.GOODS).stream()
                        .mapToLong(Row::events)
                        .sum())
                .isGreaterThan(seizures);
        Row presses = questions
                .handle(seizures(PortScope.all(), Set.of(), null, "PILL PRESS"))
                .rows()
                .getFirst();
        assertThat(presses.events()).isEqualTo(seizures);
        assertThat(presses.units()).isPositive();
        assertThat(presses.kilograms()).isZero();
    }

    @Test
    void fiscal_years_begin_in_october_and_so_does_the_order_of_months() {
        List<Row> rows = rows(PortScope.all(), Dimension.FISCAL_YEAR, Dimension.MONTH);
        assertThat(rows.getFirst().fiscalYear()).isEqualTo(2027);
        assertThat(rows).extracting(Row::fiscalYear).isSorted();
        assertThat(rows.stream().filter(r -> r.fiscalYear() == 2028).map(r -> (r.month() + 2) % 12))
                .hasSizeGreaterThan(6)
                .isSorted();
        var q = new ReportSeizures(PortScope.all(), Set.of(Dimension.FISCAL_YEAR), 2027, 2027, null, null, null, null);
        assertThat(questions.handle(q).rows()).extracting(Row::fiscalYear).containsExactly(2027);
    }

    @Test
    void an_operation_is_reported_with_goods_arrests_referrals_and_exams() {
        var answer = questions.handle(
                seizures(PortScope.all(), Set.of(Dimension.OPERATION, Dimension.GOODS), "Blue Lotus", null));
        assertThat(answer.rows()).isNotEmpty().allMatch(row -> "Blue Lotus".equals(row.operation()));
        assertThat(answer.operations()).singleElement().satisfies(c -> {
            assertThat(c.operation()).isEqualTo("Blue Lotus");
            assertThat(c.seizures()).isPositive();
            assertThat(c.exams()).isPositive();
        });
        var all = questions
                .handle(seizures(PortScope.all(), Set.of(), null, null))
                .operations();
        assertThat(all).extracting(Campaign::operation).containsExactly("Artemis", "Blue Lotus", null);
        assertThat(all.stream().mapToLong(Campaign::arrests).sum())
                .isEqualTo(EVENTS.stream()
                        .mapToLong(e -> e instanceof ArrestRecorded a ? a.persons() : 0)
                        .sum());
    }

    @Test
    void an_operation_in_several_spellings_is_one_row_and_found_by_each_of_them() {
        List<String> spellings =
                List.of("Blue Lotus 2", "blue lotus 2", "BLUE\u00a0LOTUS 2", "Blue  Lotus 2", "Ｂｌｕｅ Ｌｏｔｕｓ ２");
        var month = YearMonth.of(2026, 11);
        var port = new PortCode("2704");
        var goods = new ArrayList<SeizedGoods>();
        var campaigns = new ArrayList<CampaignMonth>();
        for (String operation : spellings) {
            var haul = new SeizedAmount(1, BigDecimal.TEN, BigDecimal.ZERO, new TreeMap<>());
            goods.add(new SeizedGoods(new HaulKey(month, port, operation, "FENTANYL"), haul));
            campaigns.add(new CampaignMonth(new CampaignKey(month, port, operation), new Activity(1, 0, 0, 0)));
        }
        for (String asked : spellings) {
            var q = seizures(PortScope.all(), Set.of(Dimension.OPERATION, Dimension.GOODS), asked, "fentanyl");

            var answer = SeizureReport.of(q, goods, campaigns);

            assertThat(answer.rows()).singleElement().satisfies(row -> {
                assertThat(row.kilograms()).isEqualByComparingTo("50");
                assertThat(row.events()).isEqualTo(5);
                assertThat(row.operation())
                        .satisfies(name ->
                                assertThat(Text.same(name, "Blue Lotus 2")).isTrue());
            });
            assertThat(answer.operations()).extracting(Campaign::seizures).containsExactly(5L);
        }
    }

    @Test
    void live_and_rebuilt_are_equal() {
        try (var own = started()) {
            LiveAndRebuilt.assertEqual(own.given(Histories.of(42, 60, 1500)));
        }
    }

    private static Map<Status, Long> standing(LocalDate end, String port) {
        var shipments = new HashMap<ShipmentId, ReportedShipment>();
        for (ShipmentEvent e : EVENTS) {
            if (!Zones.UTC.day(null, e.at()).isAfter(end)) {
                ReportedShipment.fold(shipments.get(e.shipmentId()), e, Zones.UTC)
                        .ifPresent(s -> shipments.put(e.shipmentId(), s));
            }
        }
        var standing = new EnumMap<Status, Long>(Status.class);
        for (Status status : Status.values()) {
            standing.put(
                    status,
                    shipments.values().stream()
                            .filter(s -> port == null || s.port().value().equals(port))
                            .filter(s -> s.standing().status() == status)
                            .count());
        }
        return standing;
    }

    private static List<SeizureLine> lines() {
        var lines = new ArrayList<SeizureLine>();
        EVENTS.forEach(e -> {
            if (e instanceof ShipmentSeized seized) {
                lines.addAll(seized.lines());
            }
        });
        return lines;
    }

    private static ReportDaily.Answer daily(LocalDate from, LocalDate to, PortScope scope, PortCode port) {
        return questions.handle(new ReportDaily(from, to, scope, port));
    }

    private static List<Row> rows(PortScope scope, Dimension... by) {
        return questions.handle(seizures(scope, Set.of(by), null, null)).rows();
    }

    private static ReportSeizures seizures(PortScope scope, Set<Dimension> by, String operation, String goods) {
        return new ReportSeizures(scope, by, 2020, 2040, null, null, operation, goods);
    }
}
