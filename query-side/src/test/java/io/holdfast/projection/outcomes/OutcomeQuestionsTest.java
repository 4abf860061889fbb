package io.holdfast.projection.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.holdfast.actor.PortScope;
import io.holdfast.command.shipment.domain.Histories;
import io.holdfast.projection.answer.Deliveries;
import io.holdfast.projection.outcomes.mongo.StoredOutcomes;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.Logic;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.query.EstimateTotals;
import io.holdfast.query.FindOutcomes;
import io.holdfast.query.FindOutcomes.Basis;
import io.holdfast.query.FindOutcomes.Filter;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.query.OutcomePeriod;
import io.holdfast.query.PairRules;
import io.holdfast.query.TrendRule;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeQuestionsTest {
    private static final List<ShipmentEvent> EVENTS = Histories.of(31, 200, 4000);
    private static final List<String> PORTS = List.of("2704", "2304", "1101", "5301");
    private static final LocalDate MIDDLE =
            LocalDate.ofInstant(EVENTS.get(EVENTS.size() / 2).at(), ZoneOffset.UTC);

    private static ProjectionHarness harness;
    private static RuleQuestions rules;
    private static FeedQuestions feed;
    private static PairQuestions pairs;
    private static TotalsQuestions totals;

    @BeforeAll
    static void project() {
        harness = started().given(EVENTS).caughtUp();
        Outcomes kept = StoredOutcomes.of(harness.readModels());
        rules = new RuleQuestions(kept);
        feed = new FeedQuestions(kept);
        pairs = new PairQuestions(kept);
        totals = new TotalsQuestions(kept);
    }

    private static ProjectionHarness started() {
        var set = new RuleSet("first", List.of(rule("precursor"), rule("weak"), rule("asleep")), 10, 0.02, 17);
        var published = new RuleSetPublished(new RuleSetRef(1, new Sha256("ab".repeat(32))), set, Histories.START);
        return ProjectionHarness.of(new OutcomesProjection(), StoredOutcomes.mappings())
                .given(RuleSetCommand.SERIES, published, Histories.START, Map.of("actor", "tester"));
    }

    private static Rule rule(String id) {
        return new Rule(new RuleId(id), "Why " + id, "hs6 == \"" + id + "\"", 5, "Look for " + id);
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Test
    void live_and_rebuilt_are_equal() {
        try (var own = started()) {
            LiveAndRebuilt.assertEqual(own.given(Histories.of(32, 60, 1500)));
        }
    }

    @Test
    void rules_come_newest_version_first_and_then_by_id_with_what_no_rule_selected() {
        assertThat(ask(PortScope.all(), null, null, true))
                .extracting(r -> r.version() + " " + r.rule())
                .containsExactly(
                        "1 (random)", "1 asleep", "1 precursor", "1 weak", "null (intelligence)", "null (manual)");
    }

    @Test
    void a_published_rule_that_never_fired_is_listed_with_zeros() {
        RuleResult asleep = ask(PortScope.all(), 1, "asleep", true).getFirst();
        assertThat(asleep.fired()).isZero();
        assertThat(asleep.findings().precision()).isNull();
        assertThat(asleep.findings().precision95()).isNull();
        assertThat(asleep.findings().lift()).isNull();
        assertThat(asleep.hoursExaminedPerHit()).isNull();
        assertThat(asleep.medianHoursHeldInnocent()).isNull();
        assertThat(asleep.logic()).isEqualTo(new Logic("Why asleep", "hs6 == \"asleep\"", List.of(), 5));
    }

    @Test
    void a_version_that_was_a_draft_has_the_rules_and_profiles_of_the_draft_as_it_was_last_revised() {
        var draft = new DraftId("d1");
        var hash = new Sha256("cd".repeat(32));
        var profile = new RiskProfile(
                new RuleId("routes"), "Why", List.of("hs6"), 1, 0.2, 5, LocalDate.of(2026, 9, 1), List.of());
        var first = new RuleSet("first", List.of(rule("old")), 10, 0.02, 17);
        var revised =
                new RuleSet("revised", List.of(rule("young")), List.of(profile), ExamCapacity.UNLIMITED, 10, 0.02, 17);
        var log = List.of(
                new RuleSetDrafted(draft, first, hash, "fit", Histories.START),
                new DraftRevised(draft, revised, hash, "better", Histories.START));
        try (var own = started()) {
            log.forEach(e -> own.given("targeting:draft:d1", e, Histories.START, Map.of()));
            own.given(
                            RuleSetCommand.SERIES,
                            new RuleSetAdopted(new RuleSetRef(2, hash), draft, "revised", 1, 1, Histories.START),
                            Histories.START,
                            Map.of())
                    .caughtUp();
            var ofDraft = new RuleQuestions(StoredOutcomes.of(own.readModels()))
                    .handle(new AssessRules(PortScope.all(), OutcomePeriod.EVERYTHING, 2, null, true));
            assertThat(ofDraft.rules()).extracting(RuleResult::rule).containsExactly("routes", "young");
            assertThat(ofDraft.rules().getFirst().logic()).isEqualTo(new Logic("Why", null, List.of("hs6"), 1));
        }
    }

    @Test
    void logic_and_weights_are_shown_to_those_only_who_may_see_them() {
        assertThat(ask(PortScope.all(), null, null, false)).allMatch(r -> r.logic() == null);
        assertThat(ask(PortScope.all(), null, "precursor", false).getFirst().instruction())
                .isEqualTo("Look for precursor");
    }

    @Test
    void the_numbers_of_a_rule_are_those_of_the_shipments_in_the_feed_whenever_they_are_asked_for() {
        for (LocalDate knownOn : new LocalDate[] {null, MIDDLE, LocalDate.of(2026, 9, 30)}) {
            List<LabelledShipment> rows = rows(filter(knownOn), 97);
            AssessRules.Answer answer = rules.handle(
                    new AssessRules(PortScope.all(), new OutcomePeriod(null, null, knownOn), null, null, false));
            for (RuleResult r : answer.rules()) {
                Predicate<LabelledShipment> fired = row -> r.rule().startsWith("(")
                        ? row.basis() != null
                                && r.rule().equals("(" + row.basis().name().toLowerCase() + ")")
                        : row.fired().contains(new RuleId(r.rule()));
                var ofRule = rows.stream().filter(fired).toList();
                assertThat(r.fired()).as("%s on %s", r.rule(), knownOn).isEqualTo(ofRule.size());
                var sampled = ofRule.stream()
                        .filter(row -> row.basis() != null && row.examinedAt() != null && !row.recalled())
                        .toList();
                assertThat(r.findings().examined()).isEqualTo(sampled.size());
                assertThat(r.findings().positive()).isEqualTo(count(sampled, Outcome.POSITIVE));
                assertThat(r.findings().pending()).isEqualTo(count(sampled, Outcome.PENDING));
                long known = count(sampled, Outcome.POSITIVE) + count(sampled, Outcome.NEGATIVE);
                if (known > 0) {
                    assertThat(r.findings().precision()).isEqualTo((double) count(sampled, Outcome.POSITIVE) / known);
                }
                assertThat(r.soleHits()).isBetween(0L, r.findings().positive());
            }
        }
    }

    private static long count(List<LabelledShipment> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    @Test
    void the_feed_holds_every_decision_in_the_order_of_the_log_whatever_the_size_of_a_page() {
        List<LabelledShipment> whole = rows(FindOutcomes.EVERY, 1000);
        assertThat(whole).extracting(LabelledShipment::position).isSorted().doesNotHaveDuplicates();
        assertThat(whole).hasSize((int)
                EVENTS.stream().map(ShipmentEvent::shipmentId).distinct().count());
        assertThat(rows(FindOutcomes.EVERY, 7)).isEqualTo(whole);
        assertThat(whole).extracting(LabelledShipment::outcome).contains(Outcome.values());
    }

    @Test
    void filters_of_the_feed_leave_what_they_name() {
        List<LabelledShipment> whole = rows(FindOutcomes.EVERY, 1000);
        assertThat(rows(new Filter(null, null, new PortCode("2704"), null, false, null), 11))
                .isEqualTo(whole.stream()
                        .filter(r -> r.port().value().equals("2704"))
                        .toList());
        assertThat(rows(new Filter(null, null, null, Basis.CLEARED, false, null), 11))
                .isNotEmpty()
                .isEqualTo(whole.stream().filter(r -> r.basis() == null).toList());
        assertThat(rows(new Filter(null, null, null, null, true, null), 11))
                .isNotEmpty()
                .isEqualTo(whole.stream().filter(r -> r.examinedAt() != null).toList());
        assertThat(rows(new Filter(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 9, 29), null, null, false, null), 99))
                .isEqualTo(whole);
        assertThat(rows(new Filter(LocalDate.of(2026, 9, 30), null, null, null, false, null), 99))
                .isEmpty();
        assertThat(rows(new Filter(null, LocalDate.of(2026, 9, 28), null, null, false, null), 99))
                .isEmpty();
    }

    @Test
    void the_feed_as_known_on_a_moment_is_the_feed_of_the_log_up_to_then() {
        Instant moment = EVENTS.get(EVENTS.size() / 3).at();
        var earlier = new ArrayList<Object>(
                EVENTS.stream().filter(e -> !e.at().isAfter(moment)).toList());
        var then = new Deliveries(new OutcomesProjection()).deliver(Deliveries.projected(earlier));
        List<Object> expected = then.documents().get("shipments").values().stream()
                .map(document -> (FollowedShipment) document)
                .map(shipment -> unplaced(shipment.labelled(shipment.now())))
                .toList();
        assertThat(rows(new Filter(null, null, null, null, false, moment), 50))
                .map(OutcomeQuestionsTest::unplaced)
                .hasSameElementsAs(expected);
    }

    /** Without the position, which differs between the two logs. */
    private static Object unplaced(LabelledShipment row) {
        return List.of(
                row.shipmentId(),
                row.outcome(),
                String.valueOf(row.certainty()),
                row.exams(),
                row.hoursHeld(),
                row.released(),
                row.recalled());
    }

    @Test
    void all_ports_together_are_the_sum_of_the_ports() {
        for (RuleResult all : ask(PortScope.all(), 1, null, false)) {
            long selected = 0;
            long positive = 0;
            for (String port : PORTS) {
                RuleResult one = ask(PortScope.only(new PortCode(port)), 1, all.rule(), false)
                        .getFirst();
                selected += one.selected();
                positive += one.findings().positive();
            }
            assertThat(selected).isEqualTo(all.selected());
            assertThat(positive).isEqualTo(all.findings().positive());
        }
        PortScope every = PortScope.only(PORTS.stream().map(PortCode::new).toArray(PortCode[]::new));
        assertThat(ask(every, null, null, true)).isEqualTo(ask(PortScope.all(), null, null, true));
    }

    @Test
    void whoever_sees_no_port_sees_nothing() {
        assertThat(ask(PortScope.only(), null, null, true)).isEmpty();
        assertThat(feed.handle(new FindOutcomes(PortScope.only(), FindOutcomes.EVERY, -1, 10))
                        .items())
                .isEmpty();
        var elsewhere = new Filter(null, null, new PortCode("2304"), null, false, null);
        assertThat(feed.handle(new FindOutcomes(PortScope.only(new PortCode("2704")), elsewhere, -1, 10))
                        .items())
                .isEmpty();
        assertThat(totals.handle(new EstimateTotals(PortScope.only(), OutcomePeriod.EVERYTHING, null, true))
                        .shipments())
                .isZero();
    }

    @Test
    void a_version_that_was_never_published_has_no_rules() {
        assertThat(ask(PortScope.all(), 7, null, true)).isEmpty();
        assertThat(ask(PortScope.all(), 0, null, true))
                .extracting(RuleResult::rule)
                .containsExactly("(intelligence)", "(manual)");
    }

    @Test
    void the_rules_of_all_versions_are_as_many_as_one_answer_holds_and_those_of_one_version_are_always_told() {
        String words = "w".repeat(500);
        var large = new RuleSet(
                "large",
                IntStream.range(0, 500)
                        .mapToObj(i -> new Rule(new RuleId("r" + i), words, "true//" + "x".repeat(3900), 1, words))
                        .toList(),
                10,
                0.02,
                17);
        try (var own = started()) {
            for (int version = 2; version <= 5; version++) {
                var ref = new RuleSetRef(version, new Sha256("ab".repeat(32)));
                own.given(
                        RuleSetCommand.SERIES,
                        new RuleSetPublished(ref, large, Histories.START),
                        Histories.START,
                        Map.of());
            }
            own.caughtUp();
            var questions = new RuleQuestions(StoredOutcomes.of(own.readModels()));

            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> questions.handle(all(null, null, true)))
                    .withMessageContaining("version");
            assertThat(questions.handle(all(5, null, true)).rules()).hasSize(500);
            assertThat(questions.handle(all(null, "r7", true)).rules()).hasSize(4);
            assertThat(questions.handle(all(null, null, false)).rules())
                    .as("without what is not shown there is room")
                    .hasSize(4 * 500 + 3);
            assertThat(questions
                            .handle(new TrendRule(PortScope.all(), OutcomePeriod.EVERYTHING, null, "r7"))
                            .known())
                    .isTrue();
            assertThat(questions
                            .handle(new TrendRule(PortScope.all(), OutcomePeriod.EVERYTHING, null, "r501"))
                            .known())
                    .isFalse();
        }
    }

    private static AssessRules all(Integer version, String rule, boolean withLogic) {
        return new AssessRules(PortScope.all(), OutcomePeriod.EVERYTHING, version, rule, withLogic);
    }

    @Test
    void a_period_is_widened_to_whole_weeks() {
        var tuesday = new OutcomePeriod(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 9, 29), null);
        AssessRules.Answer week = rules.handle(new AssessRules(PortScope.all(), tuesday, null, null, false));
        assertThat(week.period())
                .isEqualTo(new OutcomePeriod(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 4), null));
        assertThat(week.rules()).isEqualTo(ask(PortScope.all(), null, null, false));
        var next = new OutcomePeriod(LocalDate.of(2026, 10, 5), null, null);
        assertThat(rules.handle(new AssessRules(PortScope.all(), next, null, null, false))
                        .rules())
                .allMatch(r -> r.fired() == 0);
    }

    @Test
    void weeks_of_a_rule_add_up_to_the_rule() {
        RuleResult weak = ask(PortScope.all(), null, "weak", false).getFirst();
        TrendRule.Answer trend = rules.handle(new TrendRule(PortScope.all(), OutcomePeriod.EVERYTHING, null, "weak"));
        assertThat(trend.weeks().stream().mapToLong(TrendRule.Week::fired).sum())
                .isEqualTo(weak.fired());
        assertThat(trend.weeks().stream()
                        .mapToLong(w -> w.findings().positive())
                        .sum())
                .isEqualTo(weak.findings().positive());
        assertThat(rules.handle(new TrendRule(PortScope.all(), OutcomePeriod.EVERYTHING, null, "asleep")))
                .matches(answer -> answer.known() && answer.weeks().isEmpty());
        assertThat(rules.handle(new TrendRule(PortScope.all(), OutcomePeriod.EVERYTHING, null, "no-such"))
                        .known())
                .isFalse();
    }

    @Test
    void rules_that_fire_together_are_a_pair() {
        PairRules.Answer answer =
                pairs.handle(new PairRules(PortScope.all(), OutcomePeriod.EVERYTHING, null, null, 10));
        assertThat(answer.more()).isFalse();
        assertThat(answer.pairs()).hasSize(1);
        PairRules.Pair pair = answer.pairs().getFirst();
        assertThat(List.of(pair.first(), pair.second())).containsExactly("precursor", "weak");
        // In every walk in which the first rule fires the second fires too.
        assertThat(pair.shareOfFirst()).isEqualTo(1);
        assertThat(pair.shareOfSecond()).isBetween(0.01, 0.99);
        assertThat(pair.findings().positive())
                .isEqualTo(ask(PortScope.all(), null, "precursor", false)
                        .getFirst()
                        .findings()
                        .positive());
        assertThat(pairs.handle(new PairRules(PortScope.all(), OutcomePeriod.EVERYTHING, null, "asleep", 10))
                        .pairs())
                .isEmpty();
    }

    @Test
    void totals_are_of_all_shipments_and_an_estimate_lies_within_its_interval() {
        EstimateTotals.Answer answer =
                totals.handle(new EstimateTotals(PortScope.all(), OutcomePeriod.EVERYTHING, null, true));
        assertThat(answer.shipments()).isEqualTo(rows(FindOutcomes.EVERY, 1000).size());
        assertThat(answer.strata().stream()
                        .mapToLong(EstimateTotals.Stratum::shipments)
                        .sum())
                .isEqualTo(answer.shipments());
        var all = answer.positive().all();
        assertThat(all.rate()).isBetween(all.rate95().low(), all.rate95().high());
        var released = answer.positive().released();
        assertThat(released.rate())
                .isBetween(released.rate95().low(), released.rate95().high());
        assertThat(answer.confirmed().all().positive())
                .isLessThanOrEqualTo(answer.positive().all().positive());
        assertThat(totals.handle(new EstimateTotals(PortScope.all(), OutcomePeriod.EVERYTHING, null, false))
                        .strata())
                .isEmpty();
    }

    private static Filter filter(LocalDate knownOn) {
        Instant end = knownOn == null
                ? null
                : knownOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        return new Filter(null, null, null, null, false, end);
    }

    private static List<LabelledShipment> rows(Filter filter, int limit) {
        var rows = new ArrayList<LabelledShipment>();
        Long after = FindOutcomes.FROM_THE_BEGINNING;
        while (after != null) {
            FindOutcomes.Page page = feed.handle(new FindOutcomes(PortScope.all(), filter, after, limit));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(page.items());
            after = page.next();
        }
        return rows;
    }

    private static List<RuleResult> ask(PortScope scope, Integer version, String rule, boolean withLogic) {
        return rules.handle(new AssessRules(scope, OutcomePeriod.EVERYTHING, version, rule, withLogic))
                .rules();
    }
}
