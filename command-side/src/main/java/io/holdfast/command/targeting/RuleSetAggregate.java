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
 * The one series of rule sets: a version is published as it stands or taken over from an approved draft, and one of them is
 * active. It knows which drafts there are, and nothing of what they contain.
 */
@Aggregate(commandTargetResolver = "ruleSetTargets")
class RuleSetAggregate {
    /** Metadata of a publication that changes nothing unless the series is empty. */
    static final String ONLY_AS_FIRST = "onlyAsFirst";

    /** Of a content that is published as it stands: it is kept in the series, which every node reads when it starts. */
    static final int MAX_PUBLISHED_BYTES = 250_000;

    @AggregateIdentifier
    private String id = RuleSetCommand.SERIES;

    private Series series = Series.EMPTY;

    RuleSetAggregate() {}

    /** Publishes the next version; the content of the latest version once more changes nothing and answers with that version. */
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

    /** Begins a draft, in a stream of its own. */
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

    /** Lets a version decide from now on; the active version once more changes nothing. */
    @CommandHandler
    RuleSetRef handle(ActivateRuleSet command, Clock clock, @MetaDataValue(MetadataKeys.ACTOR) @Nullable String by) {
        return activated(series.mayActivate(command.version(), by), command.reason(), clock);
    }

    /** Makes an approved draft a version, unless it is one already, and lets it decide from now on. */
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

    /** Takes a version out of use; a retired one once more changes nothing. */
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

    /** What the node knows of the series, in the place of its events. */
    @EventSourcingHandler
    void on(Series known) {
        id = RuleSetCommand.SERIES;
        series = known;
    }
}
