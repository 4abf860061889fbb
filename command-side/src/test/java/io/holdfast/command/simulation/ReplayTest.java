package io.holdfast.command.simulation;

import static io.holdfast.query.LabelledShipment.Outcome.NEGATIVE;
import static io.holdfast.query.LabelledShipment.Outcome.PENDING;
import static io.holdfast.query.LabelledShipment.Outcome.POSITIVE;
import static io.holdfast.query.LabelledShipment.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.command.targeting.Screener;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.shipment.SelectionBasis;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.ExamCapacity.PortCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RiskProfile.Cell;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleFailures;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.targeting.SimulationResult.PortLoad;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import io.holdfast.value.TransportMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
    private static final RuleSetRef AGAINST = new RuleSetRef(3, new Sha256("ab".repeat(32)));
    private static final ExamCapacity CAPACITY =
            new ExamCapacity(2, List.of(new PortCapacity(new PortCode("2702"), 0)));

    private final Screener draft = RuleSetScreeners.of(new RuleSet(
            "Draft",
            List.of(new Rule(new RuleId("mail"), "why", "transportMode == 'MAIL'", 0.5, "look")),
            List.of(new RiskProfile(
                    new RuleId("goods"),
                    "History",
                    List.of("hs6", "countryOfDeparture"),
                    1,
                    0.2,
                    5,
                    LocalDate.of(2025, 12, 1),
                    List.of(new Cell(List.of("293333", "CN"), 50, 40), new Cell(List.of("090240", "JP"), 50, 1)))),
            CAPACITY,
            1,
            0.05,
            7));
    private final Screener active = RuleSetScreeners.of(new RuleSet(
            "Active",
            List.of(new Rule(new RuleId("goods"), "why", "hs6 in ['293333', '847989']", 1, "look")),
            1,
            0.02,
            9));

    @Test
    void rules_that_could_not_be_evaluated_are_counted_for_the_draft_and_the_active_version_apart() {
        Screener failing = RuleSetScreeners.of(new RuleSet(
                "Failing",
                List.of(
                        new Rule(new RuleId("always"), "why", "attributes.none == 'a'", 1, "look"),
                        new Rule(
                                new RuleId("mail"),
                                "why",
                                "transportMode == 'MAIL' && int(hs6 + port) / 0 > 1",
                                1,
                                "look"),
                        new Rule(new RuleId("goods"), "why", "hs6 == '293333'", 1, "look")),
                1,
                0,
                9));
        List<LabelledShipment> history = History.of(300, 5);
        var replay = new Replay(History.FROM, History.TO, failing, active);

        history.forEach(replay::add);
        SimulationResult result = replay.result(AGAINST, CAPACITY);

        assertThat(result.active().failed()).isEmpty();
        assertThat(result.draft().failed())
                .extracting(failed -> failed.first().ruleId().value(), RuleFailures::declarations)
                .containsExactly(
                        tuple("always", 300L),
                        tuple("mail", count(history, s -> s.declaration().transportMode() == TransportMode.MAIL)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_simulation_counts_what_screening_each_declaration_by_hand_gives(long seed) {
        List<LabelledShipment> history = History.of(2000, seed);
        SimulationResult result = simulated(history);

        Predicate<LabelledShipment> byDraft = s -> draft.screen(s.declaration()).selected();
        Predicate<LabelledShipment> byActive =
                s -> active.screen(s.declaration()).selected();
        assertThat(result.declarations()).isEqualTo(2000);
        assertThat(result.knownHits()).isEqualTo(count(history, is(POSITIVE)));
        assertThat(result.draft().hits()).isEqualTo(count(history, byDraft.and(is(POSITIVE))));
        assertThat(result.draft().innocent()).isEqualTo(count(history, byDraft.and(is(NEGATIVE))));
        assertThat(result.draft().unknown()).isEqualTo(count(history, byDraft.and(is(UNKNOWN))));
        assertThat(result.draft().atRandom())
                .isPositive()
                .isEqualTo(count(history, s -> draft.screen(s.declaration()).basis() == SelectionBasis.RANDOM));
        assertThat(result.draft().byRules() + result.draft().atRandom()).isEqualTo(count(history, byDraft));
        assertThat(result.active().pending()).isEqualTo(count(history, byActive.and(is(PENDING))));

        var change = result.change();
        assertThat(change.hitsKept())
                .isEqualTo(count(history, byDraft.and(byActive).and(is(POSITIVE))));
        assertThat(change.hitsLost())
                .isPositive()
                .isEqualTo(count(history, byActive.and(byDraft.negate()).and(is(POSITIVE))));
        assertThat(change.hitsGained())
                .isPositive()
                .isEqualTo(count(history, byDraft.and(byActive.negate()).and(is(POSITIVE))));
        assertThat(change.newUnknown())
                .isPositive()
                .isEqualTo(count(history, byDraft.and(byActive.negate()).and(is(UNKNOWN))));
        assertThat(change.hoursSaved())
                .isCloseTo(hours(history, byActive.and(byDraft.negate()).and(is(NEGATIVE))), within(1e-6));
        assertThat(change.hoursAdded())
                .isCloseTo(hours(history, byDraft.and(byActive.negate()).and(is(NEGATIVE))), within(1e-6));
        double mean = hours(history, is(NEGATIVE)) / count(history, is(NEGATIVE));
        assertThat(change.hoursAddedAtMost()).isCloseTo(change.hoursAdded() + mean * change.newUnknown(), within(1e-6));
    }

    @Test
    void examinations_are_counted_for_each_port_and_day_and_compared_with_the_capacity() {
        List<LabelledShipment> history = History.of(2000, 5);
        SimulationResult result = simulated(history);

        for (PortLoad port : result.ports()) {
            Map<LocalDate, Long> byDay = history.stream()
                    .filter(s -> s.port().equals(port.port()))
                    .filter(s -> draft.screen(s.declaration()).selected())
                    .collect(Collectors.groupingBy(LabelledShipment::declaredOn, Collectors.counting()));
            int limit = port.port().value().equals("2702") ? 0 : 2;
            assertThat(port.capacity()).isEqualTo(limit);
            assertThat(port.draft().perDay()).hasSize(31);
            byDay.forEach((day, count) -> assertThat(
                            port.draft().perDay().get(day.getDayOfMonth() - 1).longValue())
                    .isEqualTo(count));
            assertThat(port.draft().examinations())
                    .isEqualTo(byDay.values().stream().mapToLong(n -> n).sum());
            assertThat(port.draft().daysAbove()).isEqualTo((int)
                    byDay.values().stream().filter(n -> n > limit).count());
            assertThat(port.draft().aboveCapacity())
                    .isEqualTo(byDay.values().stream()
                            .mapToLong(n -> Math.max(0, n - limit))
                            .sum());
            assertThat((long) port.draft().peak())
                    .isEqualTo(byDay.get(port.draft().peakOn()));
        }
        assertThat(result.ports()).extracting(p -> p.port().value()).containsExactly("2700", "2701", "2702", "2703");
    }

    @Test
    void a_draft_that_selects_what_the_active_version_selects_changes_nothing() {
        var replay = new Replay(History.FROM, History.TO, active, active);
        History.of(500, 8).forEach(replay::add);

        SimulationResult result = replay.result(AGAINST, ExamCapacity.UNLIMITED);

        assertThat(result.draft()).isEqualTo(result.active());
        assertThat(result.change())
                .isEqualTo(new SimulationResult.Change(result.draft().hits(), 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(result.ports()).allMatch(port -> port.draft().daysAbove() == 0);
    }

    private SimulationResult simulated(List<LabelledShipment> history) {
        var replay = new Replay(History.FROM, History.TO, draft, active);
        history.forEach(replay::add);
        return replay.result(AGAINST, CAPACITY);
    }

    private static Predicate<LabelledShipment> is(Outcome outcome) {
        return shipment -> shipment.outcome() == outcome;
    }

    private static long count(List<LabelledShipment> history, Predicate<LabelledShipment> which) {
        return history.stream().filter(which).count();
    }

    private static double hours(List<LabelledShipment> history, Predicate<LabelledShipment> which) {
        return history.stream()
                .filter(which)
                .mapToDouble(LabelledShipment::hoursHeld)
                .sum();
    }
}
