package io.holdfast.projection.outcomes;

import static io.holdfast.command.shipment.domain.Histories.START;
import static io.holdfast.command.shipment.domain.Histories.declaration;
import static io.holdfast.command.shipment.domain.Histories.screening;
import static io.holdfast.projection.outcomes.Measure.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Certainty;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.runtime.json.LanguageJson;
import io.holdfast.shipment.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.targeting.FailedRule;
import io.holdfast.targeting.FiredRule;
import io.holdfast.targeting.ProfileScore;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.Screening;
import io.holdfast.value.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContributionTest {
    private static final ShipmentId ID = new ShipmentId("R-17");
    private static final ExamId EXAM = new ExamId("e1");
    private static final SampleId SAMPLE = new SampleId("s1");
    private static final String PRECURSOR = "precursor";

    @Test
    void a_cleared_shipment_counts_as_fired_and_as_cleared_with_its_propensity() {
        var tallies = of(cleared());
        assertThat(tallies).containsOnlyKeys(PRECURSOR, "(cleared)@0.1");
        assertThat(tallies.values()).containsOnly(tally(Map.of(FIRED, 1L)));
    }

    @Test
    void a_shipment_selected_at_random_counts_to_its_rules_and_to_the_random_share() {
        var tallies = of(atRandom());
        assertThat(tallies).containsOnlyKeys(PRECURSOR, "(random)@0.1");
        assertThat(tallies.values()).containsOnly(tally(Map.of(FIRED, 1L, SELECTED, 1L)));
    }

    @Test
    void a_manual_selection_is_its_own_way_and_has_a_propensity_of_one() {
        assertThat(of(new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.MANUAL, null, "hunch", START)))
                .containsOnlyKeys("(manual)@1.0");
        assertThat(of(new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.RULES, null, "engine", START)))
                .containsOnlyKeys("(outside)@1.0");
    }

    @Test
    void a_shipment_never_examined_is_unknown() {
        assertThat(label(targeted(), held(), released(at(600))).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(of(targeted(), held(), released(at(600))).get(PRECURSOR).get(EXAMINED))
                .isZero();
    }

    @Test
    void a_positive_finding_makes_a_hit_and_its_correction_takes_it_back() {
        var hit = of(targeted(), held(), completed(Finding.UNDERVALUATION)).get(PRECURSOR);
        assertThat(hit.get(POSITIVE)).isOne();
        assertThat(hit.get(CONFIRMED)).isOne();
        var corrected = new ExamResultCorrected(
                ID, EXAM, result(Finding.UNDERVALUATION), result(Finding.NO_DISCREPANCY), "misread", at(9));
        var missed = of(
                targeted(), held(), completed(Finding.UNDERVALUATION), corrected, lab(Finding.NO_DISCREPANCY, at(10)));
        assertThat(missed.get(PRECURSOR).get(POSITIVE)).isZero();
        assertThat(missed.get(PRECURSOR).known()).isOne();
    }

    @Test
    void without_a_positive_finding_it_is_pending_until_the_laboratory_reports() {
        assertThat(label(targeted(), completed(Finding.UNRESOLVED_ANOMALY)).outcome())
                .isEqualTo(Outcome.PENDING);
        assertThat(of(targeted(), completed(Finding.UNRESOLVED_ANOMALY))
                        .get(PRECURSOR)
                        .known())
                .isZero();
        assertThat(label(targeted(), completed(Finding.UNRESOLVED_ANOMALY), lab(Finding.CONTRABAND_CONFIRMED, at(700)))
                        .outcome())
                .isEqualTo(Outcome.POSITIVE);
        assertThat(label(targeted(), completed(Finding.UNRESOLVED_ANOMALY), lab(Finding.NO_DISCREPANCY, at(700)))
                        .outcome())
                .isEqualTo(Outcome.NEGATIVE);
    }

    @Test
    void a_field_test_is_presumptive_until_the_laboratory_confirms_or_refutes_it() {
        var test = completed(Finding.CONTRABAND_PRESUMPTIVE);
        assertThat(label(targeted(), test).certainty()).isEqualTo(Certainty.PRESUMPTIVE);
        assertThat(of(targeted(), test).get(PRECURSOR).get(CONFIRMED)).isZero();
        assertThat(label(targeted(), test, lab(Finding.CONTRABAND_CONFIRMED, at(700)))
                        .certainty())
                .isEqualTo(Certainty.CONFIRMED);
        assertThat(label(targeted(), test, lab(Finding.NO_DISCREPANCY, at(700))).outcome())
                .isEqualTo(Outcome.NEGATIVE);
    }

    @Test
    void what_was_known_on_a_moment_stays_as_it_was() {
        var shipment = fold(
                targeted(), held(), completed(Finding.CONTRABAND_PRESUMPTIVE), lab(Finding.NO_DISCREPANCY, at(90_000)));
        assertThat(shipment.asKnownOn(START.minusSeconds(1))).isEmpty();
        assertThat(shipment.asKnownOn(START).orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(shipment.asKnownOn(at(60)).orElseThrow().certainty()).isEqualTo(Certainty.PRESUMPTIVE);
        assertThat(shipment.asKnownOn(at(90_000)).orElseThrow().outcome()).isEqualTo(Outcome.NEGATIVE);
        assertThat(shipment.asKnownOn(null)).hasValue(shipment.now());
    }

    @Test
    void the_history_of_a_case_that_never_ends_stays_bounded_and_keeps_its_beginning_and_end() {
        var events = new java.util.ArrayList<ShipmentEvent>(List.of(targeted(), completed(Finding.UNDERVALUATION)));
        for (int i = 0; i < 200; i++) {
            Finding next = i % 2 == 0 ? Finding.NO_DISCREPANCY : Finding.UNDERVALUATION;
            events.add(new ExamResultCorrected(ID, EXAM, result(next), result(next), "again", at(10 + i)));
        }
        var shipment = fold(events.toArray(ShipmentEvent[]::new));
        assertThat(shipment.history()).hasSize(FollowedShipment.LONGEST);
        assertThat(shipment.history().getFirst().since()).isEqualTo(START);
        assertThat(shipment.now().since()).isEqualTo(at(209));
    }

    @Test
    void exam_hours_are_from_start_to_result_and_add_up() {
        var second = new ExamId("e2");
        var hours = label(
                targeted(),
                held(),
                new ExamStarted(ID, EXAM, at(3)),
                completed(Finding.NO_DISCREPANCY),
                new ExamStarted(ID, second, at(60)),
                new ExamCompleted(ID, second, result(Finding.UNDERVALUATION), at(178)));
        assertThat(hours.hoursExamined()).isEqualTo(2);
        assertThat(hours.exams()).isEqualTo(2);
        assertThat(hours.examinedAt()).isEqualTo(at(5));
    }

    @Test
    void an_innocent_shipment_was_held_from_the_first_hold_to_the_release() {
        var tally = of(
                        targeted(),
                        held(),
                        completed(Finding.NO_DISCREPANCY),
                        lab(Finding.NO_DISCREPANCY, at(500)),
                        released(at(600)))
                .get(PRECURSOR);
        assertThat(tally.heldInnocent()).isEqualTo(DurationHistogram.of(598));
        assertThat(tally.get(MINUTES_HELD_INNOCENT)).isEqualTo(598);
    }

    @Test
    void a_guilty_shipment_is_not_innocent_even_when_the_laboratory_says_so_after_the_release() {
        var tally = of(
                        targeted(),
                        held(),
                        completed(Finding.NO_DISCREPANCY),
                        released(at(600)),
                        lab(Finding.CONTRABAND_CONFIRMED, at(700)))
                .get(PRECURSOR);
        assertThat(tally.heldInnocent()).isEqualTo(DurationHistogram.NONE);
        assertThat(tally.get(POSITIVE)).isOne();
    }

    @Test
    void what_a_redelivery_brought_to_light_is_no_sample_of_those_cleared() {
        var shipment = fold(cleared(), recalled(), held(), completed(Finding.UNDERVALUATION));
        assertThat(label(shipment).outcome()).isEqualTo(Outcome.POSITIVE);
        assertThat(label(shipment).recalled()).isTrue();
        assertThat(label(shipment).basis()).isNull();
        var tallies = Contribution.toRules(shipment);
        assertThat(tallies.get(PRECURSOR)).isEqualTo(tally(Map.of(FIRED, 1L)));
        assertThat(tallies.get("(cleared)@0.1"))
                .isEqualTo(tally(Map.of(FIRED, 1L, RECALLED, 1L, RECALLED_POSITIVE, 1L)));
    }

    @Test
    void a_redelivery_after_the_exam_leaves_the_exam_a_sample() {
        var shipment = fold(atRandom(), held(), completed(Finding.UNDERVALUATION), released(at(100)), recalled());
        assertThat(label(shipment).recalled()).isFalse();
        assertThat(Contribution.toRules(shipment).get("(random)@0.1").get(POSITIVE))
                .isOne();
    }

    @Test
    void a_rule_is_the_sole_cause_when_the_score_would_fall_below_the_threshold_without_it() {
        var ref = new RuleSetRef(1, new Sha256("ab".repeat(32)));
        var fired = List.of(fired("strong", 9), fired("weak", 1.1), fired("trusted", -0.1));
        var screening = new Screening(ref, 10, 9, fired, 1);
        var selected = new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.RULES, screening, null, START);
        var tallies = of(selected, held(), completed(Finding.UNDERVALUATION));
        assertThat(tallies.get("strong").get(SOLE_HITS)).isOne();
        assertThat(tallies.get("weak").get(SOLE_HITS)).isOne();
        assertThat(tallies.get("trusted").get(SOLE_HITS)).isZero();
        var enough = new Screening(ref, 10.1, 9, List.of(fired("strong", 9), fired("weak", 1.1)), 1);
        var more = of(
                new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.RULES, enough, null, START),
                completed(Finding.NO_DISCREPANCY),
                lab(Finding.NO_DISCREPANCY, at(9)));
        assertThat(more.get("weak").get(SOLE_EXAMINED)).isZero();
        assertThat(more.get("strong").get(SOLE_EXAMINED)).isOne();
        assertThat(more.get("strong").get(SOLE_HITS)).isZero();
    }

    @Test
    void a_risk_profile_that_spoke_for_selection_counts_like_a_rule_and_one_that_spoke_against_does_not() {
        var ref = new RuleSetRef(1, new Sha256("ab".repeat(32)));
        var profiles =
                List.of(new ProfileScore(new RuleId("routes"), 2.5), new ProfileScore(new RuleId("traders"), -0.7));
        var screening = new Screening(ref, 9.8, 9, List.of(fired("strong", 8)), List.of(), profiles, 1);
        var tallies = of(
                new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.RULES, screening, null, START),
                completed(Finding.UNDERVALUATION));
        assertThat(tallies).containsOnlyKeys("strong", "routes", "(rules)@1.0");
        assertThat(tallies.get("routes").get(SOLE_HITS)).isOne();
    }

    @Test
    void a_rule_that_failed_is_counted_as_that_and_in_no_figure_of_what_exams_found() {
        var ref = new RuleSetRef(1, new Sha256("ab".repeat(32)));
        var failed = List.of(new FailedRule(new RuleId("broken"), "divide by zero: / by zero", null));
        var screening = new Screening(ref, 10, 9, List.of(fired("strong", 10)), failed, List.of(), 1);
        var selected = new ShipmentTargeted(ID, declaration(ID, "2704"), SelectionBasis.RULES, screening, null, START);

        var tallies = of(selected, held(), completed(Finding.UNDERVALUATION));

        assertThat(tallies).containsOnlyKeys("strong", "broken", "(rules)@1.0");
        assertThat(tallies.get("broken")).isEqualTo(tally(Map.of(FAILED, 1L)));
        assertThat(tallies.get("strong").get(FAILED)).isZero();
        assertThat(label(selected).failed()).containsExactly(new RuleId("broken"));
        assertThat(Contribution.toPairs(fold(selected))).isEmpty();
    }

    @Test
    void what_was_kept_before_failures_were_recorded_is_read_as_without_any() {
        String now = LanguageJson.mapper().writeValueAsString(fold(cleared()));
        String then = now.replace(",\"failed\":[]", "");
        assertThat(then).isNotEqualTo(now);

        assertThat(LanguageJson.readOnRecord(then, FollowedShipment.class)).isEqualTo(fold(cleared()));
    }

    @Test
    void pairs_are_of_the_rules_that_fired_and_never_more_than_those_of_the_heaviest() {
        var ref = new RuleSetRef(1, new Sha256("ab".repeat(32)));
        var fired = IntStream.range(0, 100).mapToObj(i -> fired("r" + i, i)).toList();
        var all = new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RULES, new Screening(ref, 10, 9, fired, 1), null, START);
        var pairs = Contribution.toPairs(fold(all));
        int most = Contribution.MOST_PAIRED;
        assertThat(pairs).hasSize(most * (most - 1) / 2).containsKey("r98|r99").doesNotContainKey("r1|r2");
        assertThat(Contribution.toPairs(fold(cleared()))).isEmpty();
    }

    private static FiredRule fired(String id, double weight) {
        return new FiredRule(new RuleId(id), weight, "Look");
    }

    private static OutcomeCounts tally(Map<Measure, Long> counts) {
        return new OutcomeCounts(counts, DurationHistogram.NONE);
    }

    private static Map<String, OutcomeCounts> of(ShipmentEvent... events) {
        return Contribution.toRules(fold(events));
    }

    private static LabelledShipment label(ShipmentEvent... events) {
        return label(fold(events));
    }

    private static LabelledShipment label(FollowedShipment shipment) {
        return shipment.labelled(shipment.now());
    }

    private static FollowedShipment fold(ShipmentEvent... events) {
        FollowedShipment shipment = null;
        for (ShipmentEvent event : events) {
            shipment = FollowedShipment.fold(shipment, event, 7).orElse(shipment);
        }
        return java.util.Objects.requireNonNull(shipment);
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static ShipmentEvent cleared() {
        return new ShipmentCleared(ID, declaration(ID, "2704"), screening(5, 0.1, PRECURSOR), START);
    }

    private static ShipmentEvent atRandom() {
        return new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RANDOM, screening(5, 0.1, PRECURSOR), null, START);
    }

    private static ShipmentEvent targeted() {
        return new ShipmentTargeted(
                ID, declaration(ID, "2704"), SelectionBasis.RULES, screening(15, 1, PRECURSOR), null, START);
    }

    private static ShipmentEvent recalled() {
        return new RedeliveryApproved(ID, new DemandId("d"), new UserId("a"), new UserId("b"), at(1000));
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

    private static ShipmentEvent lab(Finding finding, Instant at) {
        return new LabResultRecorded(ID, SAMPLE, new LabResult(finding, null, null, "LSS", "r"), at);
    }

    private static ShipmentEvent released(Instant at) {
        return new ShipmentReleased(ID, ReleaseKind.FULL, null, "ok", at);
    }
}
