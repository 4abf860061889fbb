package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;
import static io.holdfast.command.targeting.SampleDeclarations.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.command.targeting.DraftRefusedException.DraftExistsException;
import io.holdfast.command.targeting.DraftRefusedException.IllegalDraftTransitionException;
import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.command.targeting.DraftRefusedException.RuleSetVersionActiveException;
import io.holdfast.embeddedmongo.EmbeddedMongo;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.ExamCapacity;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetCommand.RetireRuleSet;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftsInTheLogTest {
    private static final DraftId ID = new DraftId("D-1");
    private static EmbeddedMongo server;

    private Node node;

    @BeforeAll
    static void startServer() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void startNode() {
        node = new Node(server.connectionString(), "drafts-" + UUID.randomUUID());
        node.start(one("false"));
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void an_approved_draft_decides_once_it_is_activated_and_its_content_stays_in_its_own_stream() {
        RuleSet content = withProfile(1000);
        approved(ID, content);
        assertThat(node.rules.screen(tea().build()).selected()).isFalse();

        node.send(new ActivateDraft(ID, "Pilot"), "cyd");

        assertThat(node.rules.screen(tea().build()).selected()).isTrue();
        assertThat(node.history())
                .extracting(Object::getClass)
                .isEqualTo(List.of(
                        RuleSetPublished.class,
                        RuleSetActivated.class,
                        DraftOpened.class,
                        RuleSetAdopted.class,
                        RuleSetActivated.class));
        assertThat(node.history().toString().length())
                .as("what the series says")
                .isLessThan(3000);
        RuleSetVersion version = node.rules.active().orElseThrow();
        assertThat(version.ref().version()).isEqualTo(2);
        assertThat(version.ref().contentHash()).isEqualTo(ContentHash.of(content));
        assertThat(version.draft()).isEqualTo(ID);
        assertThat(node.rules.content(version)).isEqualTo(content);
    }

    @Test
    void another_node_takes_over_the_content_of_the_draft() {
        approved(ID, withProfile(10));
        node.send(new ActivateDraft(ID, "Pilot"), "cyd");

        try (Node other = node.another()) {
            assertThat(other.rules.screen(tea().build()).selected()).isTrue();
            assertThat(other.drafts.file(ID).life().stage()).isEqualTo(DraftStage.APPROVED);
        }
    }

    @Test
    void only_an_approved_draft_is_activated() {
        node.send(new DraftRuleSet(ID, one("true"), "why"), "ann");

        assertThatExceptionOfType(IllegalDraftTransitionException.class)
                .isThrownBy(() -> node.send(new ActivateDraft(ID, "now"), "ben"));
        assertThatExceptionOfType(NoSuchDraftException.class)
                .isThrownBy(() -> node.send(new ActivateDraft(new DraftId("D-9"), "now"), "ben"));
    }

    @Test
    void an_identifier_is_given_once() {
        node.send(new DraftRuleSet(ID, one("true"), "why"), "ann");

        assertThatExceptionOfType(DraftExistsException.class)
                .isThrownBy(() -> node.send(new DraftRuleSet(ID, one("false"), "why"), "ann"));
        assertThat(node.rules.drafts()).extracting(OpenedDraft::id).containsExactly(ID);
    }

    @Test
    void a_draft_is_activated_as_one_version_however_often() {
        approved(ID, one("true"));
        node.send(new ActivateDraft(ID, "Pilot"), "cyd");
        node.send(new ActivateRuleSet(1, "Back"), "cyd");
        node.send(new ActivateDraft(ID, "Again"), "cyd");

        assertThat(node.rules.versions()).hasSize(2);
        assertThat(node.rules.active().orElseThrow().ref().version()).isEqualTo(2);
    }

    @Test
    void a_retired_version_never_decides_again_and_the_active_one_cannot_be_retired() {
        approved(ID, one("true"));
        node.send(new ActivateDraft(ID, "Pilot"), "cyd");

        assertThatExceptionOfType(RuleSetVersionActiveException.class)
                .isThrownBy(() -> node.send(new RetireRuleSet(2, "Over"), "cyd"));
        node.send(new ActivateRuleSet(1, "Back"), "cyd");
        node.send(new RetireRuleSet(2, "Over"), "cyd");
        node.send(new RetireRuleSet(2, "Once more"), "cyd");

        assertThat(node.rules.version(2).retired())
                .isNotNull()
                .extracting(RuleSetVersion.Activation::reason)
                .isEqualTo("Over");
        assertThatExceptionOfType(RuleSetVersionActiveException.class)
                .isThrownBy(() -> node.send(new ActivateRuleSet(2, "Again"), "cyd"));
        assertThatExceptionOfType(RuleSetVersionActiveException.class)
                .isThrownBy(() -> node.send(new ActivateDraft(ID, "Again"), "cyd"));
    }

    @Test
    void who_publishes_a_version_as_it_stands_is_not_the_first_to_activate_it() {
        node.send(new PublishRuleSet(one("true")), "ann");

        assertThatExceptionOfType(AnotherPersonException.class)
                .isThrownBy(() -> node.send(new ActivateRuleSet(2, "Mine"), "ann"));
        assertThatExceptionOfType(AnotherPersonException.class)
                .isThrownBy(() -> node.send(new ActivateRuleSet(2, "Mine"), "Ann"));
        node.send(new ActivateRuleSet(2, "Seen"), "ben");
        node.send(new ActivateRuleSet(1, "Back"), "ann");
        node.send(new ActivateRuleSet(2, "Approved once is approved"), "ann");

        assertThat(node.rules.active().orElseThrow().ref().version()).isEqualTo(2);
    }

    @Test
    void a_draft_tells_what_happened_to_it_and_a_revision_makes_a_simulation_void() {
        node.send(new DraftRuleSet(ID, one("true"), "Too many misses"), "ann");
        node.send(new RecordSimulation(ID, ContentHash.of(one("true")), DraftLifeTest.result()), "ann");
        assertThat(node.drafts.file(ID).simulation()).isNotNull();

        node.send(new ReviseDraft(ID, withProfile(3), "Wider"), "ben");

        DraftFile file = node.drafts.file(ID);
        assertThat(file.simulation()).isNull();
        assertThat(file.basis()).isEqualTo("Too many misses");
        assertThat(file.rules()).isZero();
        assertThat(file.profiles()).isEqualTo(1);
        assertThat(file.steps())
                .extracting(DraftFile.Step::kind, DraftFile.Step::by)
                .containsExactly(
                        tuple(DraftFile.Kind.DRAFTED, "ann"),
                        tuple(DraftFile.Kind.SIMULATED, "ann"),
                        tuple(DraftFile.Kind.REVISED, "ben"));
        assertThat(node.drafts.content(ID, ContentHash.of(one("true")))).isEqualTo(one("true"));
    }

    @Test
    void a_condition_that_does_not_compile_is_not_drafted() {
        assertThatExceptionOfType(BadConditionException.class)
                .isThrownBy(() -> node.send(new DraftRuleSet(ID, one("hs7 == ''"), "why"), "ann"));
        assertThat(node.rules.drafts()).isEmpty();
    }

    private void approved(DraftId id, RuleSet content) {
        node.send(new DraftRuleSet(id, content, "why"), "ann");
        node.send(new ProposeRuleSet(id, "ready"), "ann");
        node.send(new ApproveRuleSet(id, ContentHash.of(content), "fine"), "ben");
    }

    /** A rule set that selects tea by a risk profile. */
    private static RuleSet withProfile(int cells) {
        List<RiskProfile.Cell> table = IntStream.range(0, cells)
                .mapToObj(i -> new RiskProfile.Cell(List.of("%06d".formatted(90_240 + i)), 20, i == 0 ? 20 : 1))
                .toList();
        var profile = new RiskProfile(
                new RuleId("goods"), "History", List.of("hs6"), 1, 0.1, 5, LocalDate.of(2026, 3, 1), table);
        return new RuleSet("Profiles", List.of(), List.of(profile), new ExamCapacity(5, List.of()), 1, 0, 42);
    }
}
