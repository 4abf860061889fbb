package io.holdfast.command.targeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.actor.UserId;
import io.holdfast.targeting.DraftCommand;
import io.holdfast.targeting.DraftCommand.ApproveRuleSet;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftCommand.ProposeRuleSet;
import io.holdfast.targeting.DraftCommand.RecordSimulation;
import io.holdfast.targeting.DraftCommand.RejectRuleSet;
import io.holdfast.targeting.DraftCommand.ReviseDraft;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.value.Sha256;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of one draft of a rule set, a thin shell around {@link DraftLife}. It does not keep the content, which
 * stays in the events.
 */
@Aggregate(commandTargetResolver = "draftTargets")
class DraftAggregate {
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable DraftLife life;

    DraftAggregate() {}

    /** Creates the draft; called by the rule set series, which knows every draft. */
    DraftAggregate(DraftRuleSet command, Sha256 content, Actor by, Clock clock) {
        apply(
                new RuleSetDrafted(command.draft(), command.ruleSet(), content, command.basis(), clock.instant()),
                by(by));
    }

    @CommandHandler
    DraftState handle(ReviseDraft command, Actor actor, Clock clock) {
        Trial.of(command.ruleSet());
        return execute(command, actor, clock);
    }

    @CommandHandler
    DraftState handle(RecordSimulation command, Actor actor, Clock clock) {
        return execute(command, actor, clock);
    }

    @CommandHandler
    DraftState handle(ProposeRuleSet command, Actor actor, Clock clock, Drafts drafts) {
        tried(command, drafts);
        return execute(command, actor, clock);
    }

    @CommandHandler
    DraftState handle(ApproveRuleSet command, Actor actor, Clock clock, Drafts drafts) {
        tried(command, drafts);
        return execute(command, actor, clock);
    }

    @CommandHandler
    DraftState handle(RejectRuleSet command, Actor actor, Clock clock) {
        return execute(command, actor, clock);
    }

    /**
     * Tries the content again, as an earlier release may have accepted it. A command that the stage does not allow is
     * refused for that instead.
     */
    private void tried(DraftCommand command, Drafts drafts) {
        DraftLife now = present(life);
        if (now.allows(command.getClass())) {
            Trial.of(drafts.content(command.draft(), now.content()));
        }
    }

    private DraftState execute(DraftCommand command, Actor actor, Clock clock) {
        present(life).decide(command, actor.id(), clock.instant()).ifPresent(event -> apply(event, by(actor)));
        DraftLife now = present(life);
        return new DraftState(command.draft(), now.stage(), now.content());
    }

    @EventSourcingHandler
    void on(DraftEvent event, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String actor) {
        UserId by = actor == null ? null : new UserId(actor);
        stream = event.draft().stream();
        life = life == null ? DraftLife.begun(DraftLife.first(event), by) : life.after(event, by);
    }

    /** Restores the state from the node's cached fold instead of the events. */
    @EventSourcingHandler
    void on(DraftFile known) {
        stream = known.id().stream();
        life = known.life();
    }

    private static DraftLife present(@Nullable DraftLife life) {
        if (life == null) {
            throw new IllegalStateException("A draft has a life from its first event on");
        }
        return life;
    }

    private static MetaData by(Actor actor) {
        return MetaData.with(MetadataKeys.ACTOR, actor.id().value());
    }
}
