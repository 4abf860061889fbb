package io.holdfast.command.retuning;

import io.holdfast.actor.Actor;
import io.holdfast.command.queryside.QuerySide;
import io.holdfast.command.retuning.fit.FitOptions;
import io.holdfast.command.targeting.ActiveRuleSet;
import io.holdfast.command.targeting.NoActiveRuleSetException;
import io.holdfast.command.targeting.RuleSetScreeners;
import io.holdfast.runtime.security.ActorMetaData;
import io.holdfast.runtime.web.CorrelationId;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Fits drafts to outcomes. What happens to a draft is for people to decide: this class cannot activate one. */
public final class RetuningService {
    private static final int SECONDS = 30;

    private final QuerySide querySide;
    private final ActiveRuleSet ruleSets;
    private final CommandGateway commands;
    private final Semaphore free = new Semaphore(1);

    RetuningService(QuerySide querySide, ActiveRuleSet ruleSets, CommandGateway commands) {
        this.querySide = querySide;
        this.ruleSets = ruleSets;
        this.commands = commands;
    }

    /**
     * Fits a draft to the outcomes that the actor may see.
     *
     * @throws TooFewOutcomesException when nothing can be fitted
     * @throws RetuningUnderWayException when this node is already fitting
     * @throws NoActiveRuleSetException when there is no active rule set to start from
     * @throws io.holdfast.command.queryside.QuerySideUnreachableException when the outcomes cannot be read
     */
    public DraftedProposal draft(Retuning asked, Actor actor) {
        if (!free.tryAcquire()) {
            throw new RetuningUnderWayException();
        }
        try {
            RuleSet active = ruleSets.active().map(ruleSets::content).orElseThrow(NoActiveRuleSetException::new);
            var retuner = new Retuner(new FeedOutcomes(querySide.outcomes(actor)), FitOptions.USUAL);
            return drafted(asked, retuner.propose(asked, active), actor);
        } finally {
            free.release();
        }
    }

    private DraftedProposal drafted(Retuning asked, Proposal proposal, Actor actor) {
        var draft = new DraftId("retuned-" + UUID.randomUUID());
        var command = new DraftRuleSet(draft, proposal.ruleSet(), ProposalRationale.of(asked, proposal.explanation()));
        var message = new GenericCommandMessage<>(command, ActorMetaData.of(actor, CorrelationId.current()));
        commands.sendAndWait(message, SECONDS, TimeUnit.SECONDS);
        return new DraftedProposal(
                draft, RuleSetScreeners.contentHash(proposal.ruleSet()), proposal.ruleSet(), proposal.explanation());
    }
}
