package io.holdfast.command.targeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.holdfast.actor.Actor;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.targeting.DraftCommand.DraftRuleSet;
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
import io.holdfast.value.InvalidValueException;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate of the rule set series: a version is either published directly or adopted from an approved draft, and
 * one of them is active. It knows which drafts exist, but not their contents.
 */
@Aggregate(commandTargetResolver = "ruleSetTargets")
class RuleSetAggregate {
    /** Metadata key: the publication has an effect only when the series is empty. */
    static final String ONLY_AS_FIRST = "onlyAsFirst";

    /**
     * The maximum size of a directly published content: it is stored in the series, which every node reads at startup.
     */
    static final int MAX_PUBLISHED_BYTES = 250_000;

    @AggregateIdentifier
    private String id = RuleSetCommand.SERIES;

    private Series series = Series.EMPTY;

    RuleSetAggregate() {}

    /**
     * Publishes the next version; repeating the content of the latest version changes nothing and returns that version.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Published handle(PublishRuleSet command, Clock clock, @MetaDataValue(ONLY_AS_FIRST) @Nullable Boolean onlyAsFirst) {
        if (!command.ruleSet().profiles().isEmpty()) {
            throw new InvalidValueException("profiles", "need a draft that another person approves");
        }
        int size = ContentHash.size(command.ruleSet());
        if (size > MAX_PUBLISHED_BYTES) {
            throw new InvalidValueException(
                    "rules",
                    "must have at most " + MAX_PUBLISHED_BYTES + " bytes together, have " + size
                            + ": a larger set has to be drafted");
        }
        Trial.of(command.ruleSet());
        var hash = ContentHash.of(command.ruleSet());
        RuleSetRef latest = series.latest();
        if (latest != null && (latest.contentHash().equals(hash) || Boolean.TRUE.equals(onlyAsFirst))) {
            return new Published(latest, false);
        }
        series.mayPublish();
        var next = new RuleSetRef(series.next(), hash);
        apply(new RuleSetPublished(next, command.ruleSet(), clock.instant()));
        return new Published(next, true);
    }

    /** Creates a draft, in a stream of its own. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    DraftState handle(DraftRuleSet command, Actor actor, Clock clock) throws Exception {
        series.mayOpen(command.draft());
        Trial.of(command.ruleSet());
        var content = ContentHash.of(command.ruleSet());
        apply(new DraftOpened(command.draft(), command.ruleSet().name(), clock.instant()));
        var _ = AggregateLifecycle.createNew(
                DraftAggregate.class, () -> new DraftAggregate(command, content, actor, clock));
        return new DraftState(command.draft(), DraftStage.DRAFTED, content);
    }

    /** Makes a version the active one; repeating this for the active version changes nothing. */
    @CommandHandler
    RuleSetRef handle(ActivateRuleSet command, Clock clock, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String by) {
        return activated(series.mayActivate(command.version(), by), command.reason(), clock);
    }

    /** Makes an approved draft a version, unless it is one already, and activates it. */
    @CommandHandler
    RuleSetRef handle(ActivateDraft command, Clock clock, Drafts drafts) {
        series.mustKnow(command.draft());
        RuleSetRef known = series.versionOf(command.draft());
        if (known != null) {
            return activated(series.mayActivate(known.version(), null), command.reason(), clock);
        }
        DraftFile draft = drafts.file(command.draft());
        draft.life().mayBeActivated();
        series.mayAdopt();
        var next = new RuleSetRef(series.next(), draft.life().content());
        apply(new RuleSetAdopted(
                next, command.draft(), draft.name(), draft.rules(), draft.profiles(), clock.instant()));
        return activated(next, command.reason(), clock);
    }

    /** Retires a version; repeating this for a retired version changes nothing. */
    @CommandHandler
    RuleSetRef handle(RetireRuleSet command, Clock clock) {
        RuleSetRef ref = series.mayRetire(command.version());
        if (!series.isRetired(ref)) {
            apply(new RuleSetRetired(ref, command.reason(), clock.instant()));
        }
        return ref;
    }

    private RuleSetRef activated(RuleSetRef ref, String reason, Clock clock) {
        if (!ref.equals(series.active())) {
            apply(new RuleSetActivated(ref, reason, clock.instant()));
        }
        return ref;
    }

    @EventSourcingHandler
    void on(RuleSetEvent event, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String by) {
        id = RuleSetCommand.SERIES;
        series = series.after(event, by);
    }

    /** Restores the state from the node's cached fold instead of the events. */
    @EventSourcingHandler
    void on(Series known) {
        id = RuleSetCommand.SERIES;
        series = known;
    }
}
