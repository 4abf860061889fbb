package io.holdfast.command.retuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.command.retuning.fit.FitOptions;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.query.LabelledShipment;
import io.holdfast.query.LabelledShipment.Outcome;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetunerTest {
    private static final Rule PRECURSORS = new Rule(
            new RuleId("precursors"), "Precursors", "hs6 == \"293333\"", 20, "Protective equipment; field test");
    private static final Rule FURNITURE =
            new Rule(new RuleId("furniture"), "Hollow goods", "hs6 == \"940360\"", 3, "Look inside");
    private static final RuleSet ACTIVE = new RuleSet("By hand", List.of(PRECURSORS, FURNITURE), 9, 0.01, 42);
    private static final Retuning TENTH = new Retuning(Traffic.FIRST, Traffic.LAST, 0.1, null, 0.1, null);

    private static Proposal proposal(Traffic traffic, Retuning asked) {
        return new Retuner(traffic, FitOptions.USUAL).propose(asked, ACTIVE);
    }

    @Test
    void profiles_are_proposed_for_what_outcomes_tell_apart() {
        Proposal proposed = proposal(new Traffic(), TENTH);

        assertThat(proposed.ruleSet().profiles().getFirst().fields()).contains("countryOfDeparture");
        assertThat(proposed.ruleSet().profiles().getFirst().fields()).containsAnyOf("hs2", "hs4", "hs6");
        assertThat(proposed.explanation().profiles())
                .hasSameSizeAs(proposed.ruleSet().profiles())
                .allSatisfy(part -> assertThat(part.lossAfter()).isLessThan(part.lossBefore()));
    }

    @Test
    void rules_stay_and_what_one_selected_alone_it_goes_on_selecting() {
        RuleSet proposed = proposal(new Traffic(), TENTH).ruleSet();

        assertThat(proposed.rules()).extracting(Rule::id).containsExactly(PRECURSORS.id(), FURNITURE.id());
        assertThat(proposed.rules())
                .extracting(Rule::condition)
                .containsExactly(PRECURSORS.condition(), FURNITURE.condition());
        assertThat(proposed.rules().getFirst().weight()).isGreaterThanOrEqualTo(proposed.threshold());
        assertThat(RuleSetScreeners.of(proposed)
                        .screen(Traffic.declaration("X", 0, "293333", "FR"))
                        .selected())
                .isTrue();
    }

    @Test
    void the_threshold_selects_what_is_left_of_the_capacity_beside_chance() {
        Proposal proposed = proposal(new Traffic(), TENTH);
        var why = proposed.explanation();

        assertThat(why.traffic()).isEqualTo(280);
        assertThat(why.selected()).isLessThanOrEqualTo(25).isGreaterThan(10);
        assertThat(proposed.ruleSet().randomShare()).isCloseTo(0.01 / (1 - why.selected() / 280.0), within(1e-5));
        assertThat(proposed.ruleSet().seed()).isEqualTo(42);
    }

    @Test
    void a_capacity_by_port_and_day_is_kept_in_the_proposal_and_not_exceeded_by_much() {
        var capacity = new ExamCapacity(4, List.of());
        Proposal proposed = proposal(new Traffic(), new Retuning(Traffic.FIRST, Traffic.LAST, null, capacity, 0, null));

        assertThat(proposed.ruleSet().capacity()).isEqualTo(capacity);
        assertThat(proposed.explanation().selected()).isBetween(15, 112);
        assertThat(proposed.ruleSet().randomShare()).isZero();
    }

    @Test
    void a_rule_that_could_not_be_evaluated_is_among_the_grounds_and_not_taken_for_one_that_does_not_hold() {
        var failing = new Rule(new RuleId("failing"), "Why", "attributes.never == 'a'", 20, "Look");
        var active = new RuleSet("By hand", List.of(PRECURSORS, failing), 9, 0.01, 42);

        Proposal proposed = new Retuner(new Traffic(), FitOptions.USUAL).propose(TENTH, active);

        assertThat(proposed.explanation().failed()).singleElement().satisfies(failed -> {
            assertThat(failed.first().ruleId()).isEqualTo(failing.id());
            assertThat(failed.declarations()).isEqualTo(proposed.explanation().traffic());
        });
        assertThat(ProposalRationale.of(TENTH, proposed.explanation()))
                .contains("- rule failing could not be evaluated for 280 of these shipments and counted as not fired:");
        assertThat(proposal(new Traffic(), TENTH).explanation().failed()).isEmpty();
    }

    @Test
    void a_shipment_that_nobody_examined_teaches_nothing() {
        LabelledShipment unknown = Traffic.shipment("U", 50, "850440", "CN", Outcome.UNKNOWN);
        LabelledShipment pending = Traffic.shipment("P", 50, "850440", "CN", Outcome.PENDING);

        assertThat(proposal(new Traffic().with(unknown).with(pending), TENTH))
                .isEqualTo(proposal(new Traffic(), TENTH));
    }

    @Test
    void the_same_fields_get_the_same_id_whenever_they_are_fitted() {
        RuleSet early = proposal(
                        new Traffic(),
                        new Retuning(
                                Traffic.FIRST,
                                Traffic.LAST.minusDays(20),
                                0.1,
                                null,
                                0,
                                List.of("hs2", "attributes.taxType", "countryOfDeparture")))
                .ruleSet();
        RuleSet late = proposal(
                        new Traffic(),
                        new Retuning(Traffic.FIRST, Traffic.LAST, 0.1, null, 0, List.of("hs2", "countryOfDeparture")))
                .ruleSet();

        assertThat(early.profiles().getFirst().id().value()).isEqualTo("fit-hs2-countryofdeparture");
        assertThat(late.profiles().getFirst().id())
                .isEqualTo(early.profiles().getFirst().id());
    }

    @Test
    void too_little_known_is_a_refusal_and_no_draft() {
        assertThatThrownBy(() -> proposal(
                        new Traffic(), new Retuning(Traffic.FIRST, Traffic.FIRST.plusDays(3), 0.1, null, 0.1, null)))
                .isInstanceOf(TooFewOutcomesException.class);
    }

    @Test
    void a_capacity_is_said_once_and_days_come_in_order() {
        assertThatThrownBy(() -> new Retuning(Traffic.FIRST, Traffic.LAST, null, null, 0.1, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("capacityShare");
        assertThatThrownBy(() -> new Retuning(Traffic.LAST, Traffic.FIRST, 0.1, null, 0.1, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("to");
        assertThatThrownBy(() -> new Retuning(Traffic.FIRST, Traffic.LAST, 0.1, null, 0.1, List.of("colour")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_grounds_fit_into_a_draft_and_name_every_profile() {
        Proposal proposed = proposal(new Traffic(), TENTH);

        String basis = ProposalRationale.of(TENTH, proposed.explanation());

        assertThat(basis).hasSizeLessThan(10_000);
        assertThat(proposed.explanation().profiles())
                .allSatisfy(part -> assertThat(basis).contains(String.join(" x ", part.fields())));
    }
}
