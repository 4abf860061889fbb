package io.holdfast.command.targeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.holdfast.targeting.RuleSetCommand;
import io.holdfast.targeting.RuleSetCommand.ActivateRuleSet;
import io.holdfast.targeting.RuleSetCommand.PublishRuleSet;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import io.holdfast.targeting.RuleSetRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The one series of rule sets: versions are published one after the other, and one of them is active. */
@Aggregate(commandTargetResolver = "ruleSetTargets")
class RuleSetAggregate {
    /** Metadata of a publication that changes nothing unless the series is empty. */
    static final String ONLY_AS_FIRST = "onlyAsFirst";

    @AggregateIdentifier
    private String id = RuleSetCommand.SERIES;

    private final List<RuleSetRef> versions = new ArrayList<>();
    private @Nullable RuleSetRef active;

    RuleSetAggregate() {}

    /** Publishes the next version; the content of the latest version once more changes nothing and answers with that version. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Published handle(PublishRuleSet command, Clock clock, @MetaDataValue(ONLY_AS_FIRST) @Nullable Boolean onlyAsFirst) {
        CelRules.check(command.ruleSet());
        var hash = ContentHash.of(command.ruleSet());
        if (!versions.isEmpty()
                && (versions.getLast().contentHash().equals(hash) || Boolean.TRUE.equals(onlyAsFirst))) {
            return new Published(versions.getLast(), false);
        }
        var next = new RuleSetRef(versions.size() + 1, hash);
        apply(new RuleSetPublished(next, command.ruleSet(), clock.instant()));
        return new Published(next, true);
    }

    /** Lets a version decide from now on; the active version once more changes nothing. */
    @CommandHandler
    RuleSetRef handle(ActivateRuleSet command, Clock clock) {
        if (command.version() > versions.size()) {
            throw new NoSuchRuleSet(command.version());
        }
        RuleSetRef ref = versions.get(command.version() - 1);
        if (!ref.equals(active)) {
            apply(new RuleSetActivated(ref, command.reason(), clock.instant()));
        }
        return ref;
    }

    @EventSourcingHandler
    void on(RuleSetEvent event) {
        id = RuleSetCommand.SERIES;
        switch (event) {
            case RuleSetPublished published -> versions.add(published.ref());
            case RuleSetActivated activated -> active = activated.ref();
            case RuleSetAdopted adopted -> versions.add(adopted.ref());
            case DraftOpened _, RuleSetRetired _ -> {}
        }
    }
}
