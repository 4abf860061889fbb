package io.holdfast.command.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.actor.UserId;
import io.holdfast.command.Extremes;
import io.holdfast.runtime.axon.AxonSerializers;
import io.holdfast.targeting.DraftCommand;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.DraftSimulated;
import io.holdfast.targeting.DraftEvent.RuleSetApproved;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftEvent.RuleSetProposed;
import io.holdfast.targeting.DraftEvent.RuleSetRejected;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RiskProfile;
import io.holdfast.targeting.RuleId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetCommand.ActivateDraft;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetCommand.RetireRuleSet;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import io.holdfast.targeting.RuleSetRef;
import io.holdfast.value.Sha256;
import io.holdfast.value.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to rule sets and their drafts is read back unchanged, whatever the command contained. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingBackTest {
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final DraftId DRAFT = new DraftId("D-1");
    private static final RuleSet RULES = RuleSets.one("transportMode == 'MAIL'");
    private static final RuleSet CONTENT = new RuleSet(
            RULES.name(),
            RULES.rules(),
            List.of(new RiskProfile(
                    new RuleId("history"),
                    "history of goods",
                    List.of("hs6"),
                    1,
                    0.1,
                    10,
                    LocalDate.of(2026, 11, 1),
                    List.of(new RiskProfile.Cell(List.of("293333"), 10, 2)))),
            RULES.capacity(),
            RULES.threshold(),
            RULES.randomShare(),
            RULES.seed());
    private static final Sha256 HASH = ContentHash.of(CONTENT);
    private static final RuleSetRef REF = new RuleSetRef(1, HASH);

    private final Serializer serializer = AxonSerializers.events();

    static Stream<Record> commands() {
        return Stream.of(
                new DraftRuleSet(DRAFT, CONTENT, "why"),
                new ReviseDraft(DRAFT, CONTENT, "why"),
                new RecordSimulation(DRAFT, HASH, DraftLifeTest.result()),
                new ProposeRuleSet(DRAFT, "why"),
                new ApproveRuleSet(DRAFT, HASH, "why"),
                new RejectRuleSet(DRAFT, "why"),
                new PublishRuleSet(CONTENT),
                new ActivateRuleSet(1, "why"),
                new ActivateDraft(DRAFT, "why"),
                new RetireRuleSet(1, "why"));
    }

    static Stream<Record> events() {
        return Stream.of(
                new RuleSetDrafted(DRAFT, CONTENT, HASH, "why", NOW),
                new DraftRevised(DRAFT, CONTENT, HASH, "why", NOW),
                new DraftSimulated(DRAFT, HASH, DraftLifeTest.result(), NOW),
                new RuleSetProposed(DRAFT, HASH, "why", NOW),
                new RuleSetApproved(DRAFT, HASH, "why", NOW),
                new RuleSetRejected(DRAFT, HASH, "why", NOW),
                new RuleSetPublished(REF, CONTENT, NOW),
                new RuleSetActivated(REF, "why", NOW),
                new DraftOpened(DRAFT, "rules", NOW),
                new RuleSetAdopted(REF, DRAFT, "rules", 1, 1, NOW),
                new RuleSetRetired(REF, "why", NOW));
    }

    @Test
    void every_command_and_every_event_has_an_example() {
        assertThat(commands().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(types(DraftCommand.class, RuleSetCommand.class));
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(types(DraftEvent.class, RuleSetEvent.class));
    }

    private static List<Class<?>> types(Class<?> one, Class<?> other) {
        return Stream.of(one, other)
                .flatMap(type -> Stream.<Class<?>>of(type.getPermittedSubclasses()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_is_refused_or_its_events_are_read_back_equal(Record sample) {
        assertThat(Extremes.of(sample).map(Object::toString)).noneMatch(Text::hasInvisible);
        Extremes.of(sample).flatMap(ReadingBackTest::events).forEach(this::isReadBack);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_that_can_be_made_is_read_back_equal(Record sample) {
        Extremes.of(sample).forEach(this::isReadBack);
    }

    private static Stream<Object> events(Object command) {
        return switch (command) {
            case DraftCommand c -> events(c);
            case RuleSetCommand c -> events(c);
            default -> throw new IllegalArgumentException(String.valueOf(command));
        };
    }

    private static Stream<Object> events(DraftCommand command) {
        if (command instanceof DraftRuleSet c) {
            return Stream.of(
                    new DraftOpened(c.draft(), c.ruleSet().name(), NOW),
                    new RuleSetDrafted(c.draft(), c.ruleSet(), ContentHash.of(c.ruleSet()), c.basis(), NOW));
        }
        return Stream.of(DraftStage.values())
                .map(stage -> new DraftLife(stage, HASH, Set.of(), DraftLife.Written.NOTHING))
                .filter(life -> life.allowed().contains(command.getClass().getSimpleName()))
                .flatMap(life -> life.decide(command, new UserId("ben"), NOW).stream());
    }

    private static Stream<Object> events(RuleSetCommand command) {
        return switch (command) {
            case PublishRuleSet c ->
                Stream.of(new RuleSetPublished(new RuleSetRef(1, ContentHash.of(c.ruleSet())), c.ruleSet(), NOW));
            case ActivateRuleSet c ->
                Stream.of(new RuleSetActivated(new RuleSetRef(c.version(), HASH), c.reason(), NOW));
            case ActivateDraft c -> Stream.of(new RuleSetActivated(REF, c.reason(), NOW));
            case RetireRuleSet c -> Stream.of(new RuleSetRetired(new RuleSetRef(c.version(), HASH), c.reason(), NOW));
        };
    }

    private void isReadBack(Object event) {
        var stored = serializer.serialize(event, byte[].class);
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }
}
