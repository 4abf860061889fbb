package io.holdfast.projection.reporting;

import static io.holdfast.command.shipment.domain.Histories.START;
import static io.holdfast.command.shipment.domain.Histories.declaration;
import static io.holdfast.command.shipment.domain.Histories.screening;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.Hs6;
import io.holdfast.value.Money;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import io.holdfast.value.Quantity;
import io.holdfast.value.QuantityUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportChangeTest {
    private static final ShipmentId ID = new ShipmentId("R-17");
    private static final PortCode PORT = new PortCode("2704");
    private static final Instant LATE = Instant.parse("2026-09-30T23:59:59.999Z");
    private static final Instant EARLY = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void a_seizure_late_on_30_september_in_Los_Angeles_belongs_to_the_old_fiscal_year() {
        var sums = new Sums(Zones.COASTS);
        sums.add(targeted());
        sums.add(seized(Instant.parse("2026-10-01T06:30:00Z"), line("fentanyl", "1", QuantityUnit.KG)));
        assertThat(sums.hauls.keySet())
                .containsExactly(new ReportChange.HaulKey(YearMonth.of(2026, 9), PORT, null, "FENTANYL"));
        assertThat(sums.activity.keySet())
                .containsExactly(new ReportChange.CampaignKey(YearMonth.of(2026, 9), PORT, null));
        assertThat(sums.daily.get(LocalDate.of(2026, 9, 30)).seized()).isOne();
        assertThat(FiscalCalendar.year(YearMonth.of(2026, 9))).isEqualTo(2026);
    }

    @Test
    void a_port_without_a_zone_of_its_own_counts_by_the_zone_of_the_agency() {
        var newYork = new PortCode("1001");
        assertThat(Zones.COASTS.day(newYork, Instant.parse("2026-10-01T03:59:59.999Z")))
                .isEqualTo("2026-09-30");
        assertThat(Zones.COASTS.day(newYork, Instant.parse("2026-10-01T04:00:00Z")))
                .isEqualTo("2026-10-01");
    }

    @Test
    void a_day_ends_at_midnight_at_the_port() {
        var sums = new Sums();
        sums.add(targeted());
        sums.add(new HoldPlaced(ID, new HoldId("h"), HoldType.MANIFEST, null, "x", "y", LATE));
        sums.add(new HoldPlaced(ID, new HoldId("i"), HoldType.MANIFEST, null, "x", "y", EARLY));
        assertThat(sums.daily.get(LocalDate.of(2026, 9, 30)).held()).isOne();
        assertThat(sums.daily.get(LocalDate.of(2026, 10, 1)))
                .as("a second hold changes no status")
                .isEqualTo(Counts.NONE);
        assertThat(sums.standing).isEqualTo(Map.of(Status.HELD, 1L));
    }

    @Test
    void the_release_of_a_remainder_changes_no_status() {
        var sums = new Sums();
        sums.add(targeted());
        sums.add(seized(EARLY, line("fentanyl", "1", QuantityUnit.KG)));
        sums.add(new ShipmentReleased(ID, ReleaseKind.REMAINDER, null, "rest", EARLY));
        assertThat(sums.total().released()).isZero();
        assertThat(sums.standing).isEqualTo(Map.of(Status.SEIZED, 1L));
    }

    @Test
    void pounds_and_kilograms_add_up_exactly() {
        var sums = new Sums();
        sums.add(targeted());
        sums.add(seized(
                EARLY,
                line("fentanyl", "100", QuantityUnit.LB),
                line("Fentanyl", "250", QuantityUnit.G),
                line("pill press", "3", QuantityUnit.UNIT)));
        SeizedAmount fentanyl = sums.hauls.get(key("FENTANYL", null));
        assertThat(fentanyl.events())
                .as("two lines of one seizure are one event")
                .isOne();
        assertThat(fentanyl.kilograms()).isEqualTo("45.609237");
        assertThat(fentanyl.pounds()).isEqualTo("100.551155655");
        assertThat(fentanyl.values()).isEqualTo(Map.of("USD", new BigDecimal("20")));
        assertThat(sums.hauls.get(key("PILL PRESS", null)).units()).isEqualTo("3");
        assertThat(SeizedAmount.of(line("x", "100", QuantityUnit.LB)).pounds()).isEqualTo("100");
    }

    @Test
    void an_operation_assigned_after_the_seizure_takes_the_seizure_along() {
        var sums = new Sums();
        sums.add(targeted());
        sums.add(seized(EARLY, line("fentanyl", "1", QuantityUnit.KG)));
        sums.add(new ArrestRecorded(ID, new EntryId("a"), 3, "HSI", EARLY));
        sums.add(new OperationAssigned(ID, "Blue Lotus", EARLY));
        assertThat(sums.hauls).containsOnlyKeys(key("FENTANYL", "Blue Lotus"));
        assertThat(sums.activity)
                .isEqualTo(Map.of(
                        new ReportChange.CampaignKey(YearMonth.of(2026, 10), PORT, "Blue Lotus"),
                        new Activity(1, 3, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"2026-09,2026", "2026-10,2027", "2026-12,2027", "2027-01,2027"})
    void the_fiscal_year_begins_in_october(YearMonth month, int year) {
        assertThat(FiscalCalendar.year(month)).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void totals_of_random_walks_equal_the_counts_of_the_log(long seed) {
        var events = Histories.of(seed, 90, 4000);
        var sums = new Sums();
        events.forEach(sums::add);
        Counts total = sums.total();
        assertThat(total.cleared()).isEqualTo(count(events, ShipmentCleared.class));
        assertThat(total.declared())
                .isEqualTo(events.stream().filter(e -> e.declared().isPresent()).count());
        assertThat(total.targeted())
                .isEqualTo(count(events, ShipmentTargeted.class) + count(events, RedeliveryApproved.class));
        assertThat(total.examined()).isEqualTo(count(events, ExamCompleted.class));
        assertThat(total.seized())
                .isEqualTo(count(events, ShipmentSeized.class))
                .isPositive();
        assertThat(total.waived()).isEqualTo(count(events, ExamWaived.class));
        assertThat(total.released())
                .isEqualTo(events.stream()
                        .filter(e -> e instanceof ShipmentReleased r && r.kind() != ReleaseKind.REMAINDER)
                        .count());
        assertThat(sums.standing.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(total.declared());
        assertThat(sums.standing.values()).allMatch(n -> n > 0);
        assertThat(sums.activity.values().stream()
                        .reduce(Activity.NONE, Activity::plus)
                        .arrests())
                .isEqualTo(events.stream()
                        .mapToLong(e -> e instanceof ArrestRecorded a ? a.persons() : 0)
                        .sum());
        assertThat(kilograms(sums)).isEqualByComparingTo(kilograms(events));
    }

    private static BigDecimal kilograms(Sums sums) {
        return sums.hauls.values().stream()
                .reduce(SeizedAmount.NONE, SeizedAmount::plus)
                .kilograms();
    }

    private static BigDecimal kilograms(List<ShipmentEvent> events) {
        return events.stream()
                .filter(ShipmentSeized.class::isInstance)
                .flatMap(e -> ((ShipmentSeized) e).lines().stream())
                .flatMap(line -> line.quantity().mass().stream())
                .map(io.holdfast.value.Mass::kilograms)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long count(List<ShipmentEvent> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static ReportChange.HaulKey key(String goods, String operation) {
        return new ReportChange.HaulKey(YearMonth.of(2026, 10), PORT, operation, goods);
    }

    private static ShipmentEvent targeted() {
        return new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RULES, screening(15, 1, "precursor"), null, START);
    }

    private static ShipmentEvent seized(Instant at, SeizureLine... lines) {
        return new ShipmentSeized(
                ID,
                new SeizureRequestId("q"),
                SeizureExtent.FULL,
                List.of(lines),
                "F",
                new UserId("a"),
                new UserId("b"),
                at);
    }

    private static SeizureLine line(String goods, String amount, QuantityUnit unit) {
        return new SeizureLine(
                goods,
                new Hs6("293333"),
                new Quantity(new BigDecimal(amount), unit),
                Money.of("10", "USD"),
                "19 USC 1595a(c)",
                null,
                null,
                null);
    }

    /** The totals that a store would keep. */
    private static final class Sums {
        final PortZones zones;
        final Map<ShipmentId, ReportedShipment> shipments = new HashMap<>();
        final Map<LocalDate, Counts> daily = new HashMap<>();
        final Map<Status, Long> standing = new EnumMap<>(Status.class);
        final Map<ReportChange.HaulKey, SeizedAmount> hauls = new HashMap<>();
        final Map<ReportChange.CampaignKey, Activity> activity = new HashMap<>();

        Sums() {
            this(Zones.UTC);
        }

        Sums(PortZones zones) {
            this.zones = zones;
        }

        void add(ShipmentEvent e) {
            ReportChange change =
                    ReportChange.of(shipments.get(e.shipmentId()), e, zones).orElseThrow();
            shipments.put(e.shipmentId(), change.shipment());
            daily.merge(change.day(), change.counts(), Counts::plus);
            change.standing().forEach((s, n) -> standing.merge(s, n, Long::sum));
            standing.values().removeIf(n -> n == 0);
            change.hauls().forEach((k, h) -> hauls.merge(k, h, SeizedAmount::plus));
            hauls.values().removeIf(SeizedAmount.NONE::equals);
            change.activity().forEach((k, a) -> activity.merge(k, a, Activity::plus));
            activity.values().removeIf(Activity.NONE::equals);
        }

        Counts total() {
            return daily.values().stream().reduce(Counts.NONE, Counts::plus);
        }
    }
}
