package io.holdfast.projection.rulefeedback;

import static io.holdfast.projection.lifecycle.Walks.START;
import static io.holdfast.projection.lifecycle.Walks.declaration;
import static io.holdfast.projection.lifecycle.Walks.screening;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.projection.answer.Minutes;
import io.holdfast.projection.lifecycle.Walks;
import io.holdfast.shipment.*;
import io.holdfast.shipment.ShipmentEvent.*;
import io.holdfast.value.PortCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedbackChangeTest {
    private static final ShipmentId ID = new ShipmentId("R-17");
    private static final ExamId EXAM = new ExamId("e1");
    private static final SampleId SAMPLE = new SampleId("s1");
    private static final RuleKey PRECURSOR = new RuleKey(1, "precursor");

    @Test
    void a_cleared_shipment_counts_as_fired_only() {
        var tallies = fold(new ShipmentCleared(ID, declaration(ID, "2704"), screening(5, 0.1, "precursor"), START));
        assertThat(tallies).containsExactly(Map.entry(PRECURSOR, new Tally(1, 0, 0, 0, Minutes.NONE)));
    }

    @Test
    void a_shipment_selected_at_random_counts_to_its_rules_and_to_the_random_share() {
        var tallies = fold(new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RANDOM, screening(5, 0.1, "precursor"), null, START));
        var selected = new Tally(1, 1, 0, 0, Minutes.NONE);
        assertThat(tallies)
                .containsOnly(Map.entry(PRECURSOR, selected), Map.entry(new RuleKey(1, RuleKey.RANDOM), selected));
    }

    @Test
    void a_manual_selection_belongs_to_no_version() {
        var tallies =
                fold(new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.MANUAL, null, "hunch", START));
        assertThat(tallies).containsOnlyKeys(new RuleKey(RuleKey.NO_RULE_SET, RuleKey.MANUAL));
    }

    @Test
    void a_positive_finding_makes_a_hit_and_its_correction_takes_it_back() {
        assertThat(fold(targeted(), held(), completed(Finding.UNDERVALUATION)).get(PRECURSOR))
                .isEqualTo(new Tally(1, 1, 1, 1, Minutes.NONE));
        var corrected = new ExamResultCorrected(
                ID, EXAM, result(Finding.UNDERVALUATION), result(Finding.NO_DISCREPANCY), "misread", at(9));
        assertThat(fold(targeted(), held(), completed(Finding.UNDERVALUATION), corrected)
                        .get(PRECURSOR))
                .isEqualTo(new Tally(1, 1, 1, 0, Minutes.NONE));
    }

    @Test
    void the_laboratory_makes_a_hit_of_an_anomaly_and_refutes_a_field_test() {
        assertThat(fold(targeted(), held(), completed(Finding.UNRESOLVED_ANOMALY), lab(Finding.CONTRABAND_CONFIRMED))
                        .get(PRECURSOR)
                        .positive())
                .isOne();
        assertThat(fold(targeted(), held(), completed(Finding.CONTRABAND_PRESUMPTIVE))
                        .get(PRECURSOR)
                        .positive())
                .isOne();
        assertThat(fold(targeted(), held(), completed(Finding.CONTRABAND_PRESUMPTIVE), lab(Finding.NO_DISCREPANCY))
                        .get(PRECURSOR)
                        .positive())
                .isZero();
    }

    @Test
    void an_innocent_shipment_was_held_from_the_first_hold_to_the_release() {
        var tally = fold(targeted(), held(), completed(Finding.NO_DISCREPANCY), released(at(600)))
                .get(PRECURSOR);
        assertThat(tally.heldInnocent()).isEqualTo(Minutes.of(598));
    }

    @Test
    void a_shipment_that_was_never_held_is_not_among_the_innocent_held() {
        assertThat(fold(targeted(), released(at(600))).get(PRECURSOR).heldInnocent())
                .isEqualTo(Minutes.NONE);
    }

    @Test
    void a_guilty_shipment_is_not_innocent_even_when_the_laboratory_says_so_after_the_release() {
        var events = List.of(
                targeted(),
                held(),
                completed(Finding.NO_DISCREPANCY),
                released(at(600)),
                lab(Finding.CONTRABAND_CONFIRMED));
        assertThat(fold(events).get(new PortCode("2704")).get(PRECURSOR))
                .isEqualTo(new Tally(1, 1, 1, 1, Minutes.NONE));
    }

    @Test
    void time_held_before_and_after_a_redelivery_adds_up() {
        var back = new RedeliveryApproved(
                ID, new DemandId("d"), new io.holdfast.actor.UserId("a"), new io.holdfast.actor.UserId("b"), at(1000));
        var again = new HoldPlaced(ID, new HoldId("h2"), HoldType.MANIFEST, null, "x", "y", at(1010));
        var tally = fold(targeted(), held(), released(at(102)), back, again, released(at(1030)))
                .get(PRECURSOR);
        assertThat(tally.heldInnocent()).isEqualTo(Minutes.of(120));
        assertThat(tally.selected()).isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tallies_of_random_walks_are_the_sum_over_the_shipments_as_they_stand(long seed) {
        var events = Walks.of(seed, 80, 2500);
        var shipments = new HashMap<ShipmentId, SelectedShipment>();
        events.forEach(e -> SelectedShipment.fold(shipments.get(e.shipmentId()), e)
                .ifPresent(s -> shipments.put(e.shipmentId(), s)));
        var expected = new HashMap<RuleKey, Tally>();
        shipments.values().forEach(s -> s.rules().forEach(r -> expected.merge(r, s.contribution(), Tally::plus)));
        Map<RuleKey, Tally> actual = sums(events);
        assertThat(actual).hasSizeGreaterThan(3);
        actual.forEach((rule, tally) -> {
            Tally sum = expected.getOrDefault(rule, Tally.NONE);
            assertThat(tally.minus(sum)).as("%s", rule).isEqualTo(new Tally(tally.fired(), 0, 0, 0, Minutes.NONE));
            assertThat(tally.positive()).isBetween(0L, tally.examined());
            assertThat(tally.examined()).isBetween(0L, tally.selected());
            assertThat(tally.selected()).isBetween(0L, tally.fired());
        });
    }

    /** Over all ports. */
    static Map<RuleKey, Tally> sums(List<ShipmentEvent> events) {
        var sums = new HashMap<RuleKey, Tally>();
        fold(events).values().forEach(port -> port.forEach((r, t) -> sums.merge(r, t, Tally::plus)));
        return sums;
    }

    private static Map<RuleKey, Tally> fold(ShipmentEvent... events) {
        return fold(List.of(events)).getOrDefault(new PortCode("2704"), Map.of());
    }

    private static Map<PortCode, Map<RuleKey, Tally>> fold(List<ShipmentEvent> events) {
        var shipments = new HashMap<ShipmentId, SelectedShipment>();
        var tallies = new HashMap<PortCode, Map<RuleKey, Tally>>();
        for (ShipmentEvent e : events) {
            FeedbackChange change = FeedbackChange.of(shipments.get(e.shipmentId()), e);
            if (change.shipment() != null) {
                shipments.put(e.shipmentId(), change.shipment());
            }
            change.tallies()
                    .forEach((r, t) -> tallies.computeIfAbsent(change.port(), _ -> new HashMap<>())
                            .merge(r, t, Tally::plus));
        }
        return tallies;
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static ShipmentEvent targeted() {
        return new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RULES, screening(15, 1, "precursor"), null, START);
    }

    private static ShipmentEvent held() {
        return new HoldPlaced(ID, new HoldId("h1"), HoldType.MANIFEST, null, "check", "pier", at(2));
    }

    private static ExamResult result(Finding finding) {
        return new ExamResult(List.of(finding), List.of(Technique.VISUAL), List.of(), List.of(SAMPLE), null);
    }

    private static ShipmentEvent completed(Finding finding) {
        return new ExamCompleted(ID, EXAM, result(finding), at(5));
    }

    private static ShipmentEvent lab(Finding finding) {
        return new LabResultRecorded(ID, SAMPLE, new LabResult(finding, null, null, "LSS", "r"), at(700));
    }

    private static ShipmentEvent released(Instant at) {
        return new ShipmentReleased(ID, ReleaseKind.FULL, null, "ok", at);
    }
}
