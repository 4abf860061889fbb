package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.actor.UserId;
import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.IllegalDraftTransitionException;
import io.holdfast.command.targeting.DraftRefusedException.OtherContentException;
import io.holdfast.targeting.DraftCommand;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.Rule;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.targeting.SimulationResult;
import io.holdfast.targeting.SimulationResult.Change;
import io.holdfast.targeting.SimulationResult.Selected;
import io.holdfast.value.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final DraftId ID = new DraftId("D-1");
    private static final RuleSet BEFORE = RuleSets.one("transportMode == 'MAIL'");
    private static final RuleSet AFTER = RuleSets.one("transportMode == 'AIR'");
    private static final Sha256 HASH = ContentHash.of(BEFORE);
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    /** The whole transition table: everything else is refused. */
    private static final Map<DraftStage, List<Class<? extends DraftCommand>>> ALLOWED = Map.of(
            DraftStage.DRAFTED, List.of(ReviseDraft.class, RecordSimulation.class, ProposeRuleSet.class),
            DraftStage.PROPOSED,
                    List.of(ReviseDraft.class, RecordSimulation.class, ApproveRuleSet.class, RejectRuleSet.class),
            DraftStage.REJECTED, List.of(ReviseDraft.class),
            DraftStage.APPROVED, List.of());

    private static final List<DraftCommand> COMMANDS = List.of(
            new DraftRuleSet(ID, AFTER, "why"),
            new ReviseDraft(ID, AFTER, "why"),
            new RecordSimulation(ID, HASH, result()),
            new ProposeRuleSet(ID, "why"),
            new ApproveRuleSet(ID, HASH, "why"),
            new RejectRuleSet(ID, "why"));

    static Stream<Arguments> table() {
        return Arrays.stream(DraftStage.values())
                .flatMap(stage -> COMMANDS.stream().map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_stage_allows_these_commands_and_no_others(DraftStage stage, DraftCommand command) {
        var life = new DraftLife(stage, HASH, Set.of(ANN), DraftLife.Written.NOTHING);

        if (ALLOWED.get(stage).contains(command.getClass())) {
            DraftEvent event = life.decide(command, BEN, NOW).orElseThrow();
            assertThat(life.after(event, BEN).stage()).isEqualTo(stageAfter(stage, command));
        } else {
            assertThatExceptionOfType(DraftRefusedException.class).isThrownBy(() -> life.decide(command, BEN, NOW));
        }
    }

    @Test
    void every_command_is_in_the_table() {
        assertThat(COMMANDS)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(DraftCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource(DraftStage.class)
    void what_is_said_to_be_allowed_is_allowed(DraftStage stage) {
        var names = new ArrayList<>(
                ALLOWED.get(stage).stream().map(Class::getSimpleName).toList());
        if (stage == DraftStage.APPROVED) {
            names.add("ActivateDraft");
        }

        assertThat(new DraftLife(stage, HASH, Set.of(), DraftLife.Written.NOTHING).allowed())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private static DraftLife begun() {
        return DraftLife.begun(new DraftEvent.RuleSetDrafted(ID, BEFORE, HASH, "why", NOW), ANN);
    }

    @Test
    void a_draft_takes_twenty_contents_and_no_more() {
        DraftLife life = begun();
        for (int revision = 1; revision < 20; revision++) {
            life = after(life, new ReviseDraft(ID, numbered(revision, 0), "again"), ANN);
        }
        DraftLife full = life;

        assertThatThrownBy(() -> full.decide(new ReviseDraft(ID, numbered(20, 0), "again"), ANN, NOW))
                .isInstanceOf(DraftRefusedException.DraftFullException.class)
                .hasMessageContaining("20 contents");
        assertThat(full.decide(new ProposeRuleSet(ID, "why"), ANN, NOW)).isPresent();
    }

    @Test
    void the_contents_of_a_draft_are_bounded_by_their_bytes_together() {
        DraftLife life = begun();
        for (int revision = 1; revision <= 6; revision++) {
            life = after(life, new ReviseDraft(ID, numbered(revision, 500), "again"), ANN);
        }
        DraftLife full = life;

        assertThatThrownBy(() -> full.decide(new ReviseDraft(ID, numbered(7, 500), "again"), ANN, NOW))
                .isInstanceOf(DraftRefusedException.DraftFullException.class)
                .hasMessageContaining("16000000 are allowed");
    }

    @Test
    void a_draft_is_simulated_fifty_times_and_no_more() {
        DraftLife life = begun();
        for (int time = 1; time <= 50; time++) {
            life = after(life, new RecordSimulation(ID, HASH, result()), ANN);
        }
        DraftLife full = life;

        assertThatThrownBy(full::mayBeSimulated).isInstanceOf(DraftRefusedException.DraftFullException.class);
        assertThatThrownBy(() -> full.decide(new RecordSimulation(ID, HASH, result()), ANN, NOW))
                .isInstanceOf(DraftRefusedException.DraftFullException.class);
    }

    /** A rule set with this many rules of five kilobytes each. */
    private static RuleSet numbered(int number, int rules) {
        return new RuleSet(
                "Number " + number,
                IntStream.range(0, rules)
                        .mapToObj(i -> RuleSets.rule("r" + i, "true//" + "x".repeat(3990), 1))
                        .map(rule -> new Rule(rule.id(), "d".repeat(500), rule.condition(), 1, "i".repeat(500)))
                        .toList(),
                1,
                0,
                1);
    }

    private static DraftStage stageAfter(DraftStage stage, DraftCommand command) {
        return switch (command) {
            case DraftRuleSet _, ReviseDraft _ -> DraftStage.DRAFTED;
            case RecordSimulation _ -> stage;
            case ProposeRuleSet _ -> DraftStage.PROPOSED;
            case ApproveRuleSet _ -> DraftStage.APPROVED;
            case RejectRuleSet _ -> DraftStage.REJECTED;
        };
    }

    @Test
    void whoever_drafted_revised_or_proposed_it_can_neither_approve_nor_reject_it() {
        UserId cyd = new UserId("cyd");
        DraftLife life = begun();
        life = after(life, new ReviseDraft(ID, AFTER, "wider"), BEN);
        life = after(life, new ProposeRuleSet(ID, "ready"), cyd);
        DraftLife proposed = life;

        for (UserId maker : List.of(ANN, BEN, cyd, new UserId("CYD"))) {
            assertThatExceptionOfType(AnotherPersonException.class)
                    .isThrownBy(() -> proposed.decide(new ApproveRuleSet(ID, proposed.content(), "mine"), maker, NOW));
            assertThatExceptionOfType(AnotherPersonException.class)
                    .isThrownBy(() -> proposed.decide(new RejectRuleSet(ID, "mine"), maker, NOW));
        }
        assertThat(proposed.decide(new ApproveRuleSet(ID, proposed.content(), "fine"), new UserId("dee"), NOW))
                .isPresent();
    }

    @Test
    void what_was_not_seen_cannot_be_approved_and_another_content_was_not_simulated() {
        DraftLife life = after(begun(), new ReviseDraft(ID, AFTER, "wider"), ANN);
        DraftLife proposed = after(life, new ProposeRuleSet(ID, "ready"), ANN);

        assertThatExceptionOfType(OtherContentException.class)
                .isThrownBy(() -> proposed.decide(new ApproveRuleSet(ID, HASH, "as I saw it"), BEN, NOW))
                .satisfies(refusal -> assertThat(refusal.actual()).isEqualTo(ContentHash.of(AFTER)));
        assertThatExceptionOfType(OtherContentException.class)
                .isThrownBy(() -> proposed.decide(new RecordSimulation(ID, HASH, result()), ANN, NOW));
    }

    @Test
    void the_content_that_is_there_already_is_no_revision() {
        assertThat(begun().decide(new ReviseDraft(ID, BEFORE, "again"), ANN, NOW))
                .isEmpty();
    }

    @Test
    void only_an_approved_draft_may_be_activated() {
        assertThatThrownBy(() -> begun().mayBeActivated())
                .isInstanceOf(IllegalDraftTransitionException.class)
                .hasMessage("ActivateDraft is not allowed: the draft is DRAFTED");
    }

    private static DraftLife after(DraftLife life, DraftCommand command, UserId by) {
        return life.after(life.decide(command, by, NOW).orElseThrow(), by);
    }

    static SimulationResult result() {
        var nothing = new Selected(0, 0, 0, 0, 0, 0, 0, List.of());
        return new SimulationResult(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 31),
                new RuleSetRef(1, HASH),
                0,
                0,
                nothing,
                nothing,
                new Change(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of());
    }
}
