package io.holdfast.command.targeting;

import static io.holdfast.command.targeting.RuleSets.one;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.PortScope;
import io.holdfast.actor.Role;
import io.holdfast.actor.UserId;
import io.holdfast.command.targeting.DraftRefusedException.AnotherPersonException;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
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
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftAggregateTest {
    private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    private static final DraftId ID = new DraftId("D-1");
    private static final RuleSet MAIL = one("transportMode == 'MAIL'");
    private static final RuleSet AIR = one("transportMode == 'AIR'");
    private static final Sha256 HASH = ContentHash.of(MAIL);

    private AggregateTestFixture<DraftAggregate> draft;

    @BeforeEach
    void fixture() {
        draft = new AggregateTestFixture<>(DraftAggregate.class);
        draft.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
                .registerInjectableResource(new Drafts(draft.getEventStore()))
                .registerCommandTargetResolver(command -> DraftTargets.of(command.getPayload()));
    }

    @Test
    void a_draft_is_revised() {
        draft.given(drafted())
                .when(new ReviseDraft(ID, AIR, "by air"), user("ben"))
                .expectEvents(new DraftRevised(ID, AIR, ContentHash.of(AIR), "by air", NOW))
                .expectResultMessagePayload(new DraftState(ID, DraftStage.DRAFTED, ContentHash.of(AIR)));
    }

    @Test
    void a_revision_that_does_not_compile_changes_nothing() {
        draft.given(drafted())
                .when(new ReviseDraft(ID, one("hs7 == ''"), "typo"), user("ann"))
                .expectNoEvents()
                .expectException(BadConditionException.class);
    }

    @Test
    void a_simulation_is_kept() {
        draft.given(drafted())
                .when(new RecordSimulation(ID, HASH, DraftLifeTest.result()), user("ann"))
                .expectEvents(new DraftSimulated(ID, HASH, DraftLifeTest.result(), NOW));
    }

    @Test
    void a_draft_is_proposed_and_approved_by_another_person() {
        draft.given(drafted())
                .when(new ProposeRuleSet(ID, "ready"), user("ann"))
                .expectEvents(new RuleSetProposed(ID, HASH, "ready", NOW));
        fixture();
        draft.given(drafted(), proposed("ann"))
                .when(new ApproveRuleSet(ID, HASH, "fine"), user("ben"))
                .expectEvents(new RuleSetApproved(ID, HASH, "fine", NOW))
                .expectResultMessagePayload(new DraftState(ID, DraftStage.APPROVED, HASH));
    }

    @Test
    void a_draft_is_rejected_by_another_person() {
        draft.given(drafted(), proposed("ann"))
                .when(new RejectRuleSet(ID, "too wide"), user("ben"))
                .expectEvents(new RuleSetRejected(ID, HASH, "too wide", NOW));
    }

    @Test
    void who_only_proposed_it_cannot_approve_it_either() {
        draft.given(drafted(), proposed("ben"))
                .when(new ApproveRuleSet(ID, HASH, "fine"), user("ben"))
                .expectNoEvents()
                .expectException(AnotherPersonException.class);
    }

    private static EventMessage<?> drafted() {
        return by("ann", new RuleSetDrafted(ID, MAIL, HASH, "why", NOW));
    }

    private static EventMessage<?> proposed(String user) {
        return by(user, new RuleSetProposed(ID, HASH, "ready", NOW));
    }

    private static EventMessage<?> by(String user, DraftEvent event) {
        return new GenericEventMessage<>(event, MetaData.with(MetadataKeys.ACTOR, user));
    }

    private static MetaData user(String name) {
        var actor = new Actor(new UserId(name), Set.of(Role.ANALYST), null, PortScope.all(), "local");
        return ActorMetaData.of(actor, "test");
    }
}
