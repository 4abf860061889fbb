package io.holdfast.projection.rulefeedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.PortScope;
import io.holdfast.projection.answer.Wilson;
import io.holdfast.projection.lifecycle.Walks;
import io.holdfast.projection.rulefeedback.mongo.StoredTallies;
import io.holdfast.projection.support.LiveAndRebuilt;
import io.holdfast.projection.support.ProjectionHarness;
import io.holdfast.query.AssessRules;
import io.holdfast.query.AssessRules.Logic;
import io.holdfast.query.AssessRules.RuleResult;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.PortCode;
import io.holdfast.value.Sha256;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedbackQuestionsTest {
    private static final List<ShipmentEvent> EVENTS = Walks.of(31, 200, 4000);
    private static final List<String> PORTS = List.of("2704", "2304", "1101", "5301");

    private static ProjectionHarness harness;
    private static FeedbackQuestions questions;

    @BeforeAll
    static void project() {
        harness = started().given(EVENTS).caughtUp();
        questions = new FeedbackQuestions(StoredTallies.of(harness.readModels()));
    }

    private static ProjectionHarness started() {
        var set = new RuleSet("first", List.of(rule("precursor"), rule("weak"), rule("asleep")), 10, 0.02, 17);
        var published = new RuleSetPublished(new RuleSetRef(1, new Sha256("ab".repeat(32))), set, Walks.START);
        return ProjectionHarness.of(new RuleFeedbackProjection(), StoredTallies.mappings())
                .given(RuleSetCommand.SERIES, published, Walks.START, Map.of("actor", "tester"));
    }

    private static Rule rule(String id) {
        return new Rule(new RuleId(id), "Why " + id, "hs6 == \"" + id + "\"", 5, "Look for " + id);
    }

    @AfterAll
    static void stop() {
        harness.close();
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
        assertThat(asleep.precision()).isNull();
        assertThat(asleep.precision95()).isNull();
        assertThat(asleep.medianHoursHeldInnocent()).isNull();
        assertThat(asleep.logic()).isEqualTo(new Logic("Why asleep", "hs6 == \"asleep\"", 5));
    }

    @Test
    void logic_and_weights_are_shown_to_those_only_who_may_see_them() {
        assertThat(ask(PortScope.all(), null, null, false)).allMatch(r -> r.logic() == null);
        assertThat(ask(PortScope.all(), null, "precursor", false).getFirst().instruction())
                .isEqualTo("Look for precursor");
    }

    @Test
    void the_numbers_are_those_of_the_folds() {
        Map<RuleKey, Tally> sums = FeedbackChangeTest.sums(EVENTS);
        for (RuleResult r : ask(PortScope.all(), null, null, true)) {
            Tally tally = sums.getOrDefault(new RuleKey(r.version() == null ? 0 : r.version(), r.rule()), Tally.NONE);
            assertThat(r.fired()).isEqualTo(tally.fired());
            assertThat(r.selected()).isEqualTo(tally.selected());
            assertThat(r.examined()).isEqualTo(tally.examined());
            assertThat(r.positive()).isEqualTo(tally.positive());
            assertThat(r.innocentReleased()).isEqualTo(tally.heldInnocent().size());
            if (tally.examined() > 0) {
                assertThat(r.precision()).isEqualTo((double) tally.positive() / tally.examined());
                assertThat(r.precision95()).isEqualTo(Wilson.interval95(tally.positive(), tally.examined()));
            }
            if (tally.heldInnocent().size() > 0) {
                assertThat(r.medianHoursHeldInnocent())
                        .isEqualTo(tally.heldInnocent().median().orElseThrow() / 60);
            }
        }
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
                positive += one.positive();
            }
            assertThat(selected).isEqualTo(all.selected());
            assertThat(positive).isEqualTo(all.positive());
        }
        PortScope every = PortScope.only(PORTS.stream().map(PortCode::new).toArray(PortCode[]::new));
        assertThat(ask(every, null, null, true)).isEqualTo(ask(PortScope.all(), null, null, true));
    }

    @Test
    void whoever_sees_no_port_sees_no_rule() {
        assertThat(ask(PortScope.only(), null, null, true)).isEmpty();
    }

    @Test
    void a_version_that_was_never_published_has_no_rules() {
        assertThat(ask(PortScope.all(), 7, null, true)).isEmpty();
        assertThat(ask(PortScope.all(), 0, null, true))
                .extracting(RuleResult::rule)
                .containsExactly("(intelligence)", "(manual)");
    }

    @Test
    void live_and_rebuilt_are_equal() {
        try (var own = started()) {
            LiveAndRebuilt.assertEqual(own.given(Walks.of(32, 60, 1500)));
        }
    }

    private static List<RuleResult> ask(PortScope scope, Integer version, String rule, boolean withLogic) {
        return questions
                .handle(new AssessRules(scope, version, rule, withLogic))
                .rules();
    }
}
