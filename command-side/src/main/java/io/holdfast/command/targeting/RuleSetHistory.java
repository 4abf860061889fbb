package io.holdfast.command.targeting;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.targeting.RuleSetEvent;
import io.holdfast.targeting.RuleSetEvent.DraftOpened;
import io.holdfast.targeting.RuleSetEvent.RuleSetActivated;
import io.holdfast.targeting.RuleSetEvent.RuleSetAdopted;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.targeting.RuleSetEvent.RuleSetRetired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The versions as the events up to {@code nextSequence} tell them. Immutable.
 *
 * @param nextSequence the sequence number of the first event that is not in here
 * @param versions in order; the version n is at n-1
 */
record RuleSetHistory(long nextSequence, List<RuleSetVersion> versions) {
    static final RuleSetHistory EMPTY = new RuleSetHistory(0, List.of());

    RuleSetHistory {
        versions = List.copyOf(versions);
    }

    Optional<RuleSetVersion> active() {
        return versions.stream().filter(RuleSetVersion::active).findFirst();
    }

    Optional<RuleSetVersion> version(int version) {
        return version >= 1 && version <= versions.size() ? Optional.of(versions.get(version - 1)) : Optional.empty();
    }

    RuleSetHistory after(DomainEventMessage<?> message) {
        long next = message.getSequenceNumber() + 1;
        if (!(message.getPayload() instanceof RuleSetEvent event)) {
            return new RuleSetHistory(next, versions);
        }
        Object actor = message.getMetaData().get(MetadataKeys.ACTOR);
        String by = actor == null ? null : actor.toString();
        return switch (event) {
            case RuleSetPublished published -> new RuleSetHistory(next, with(published, by));
            case RuleSetActivated activated -> new RuleSetHistory(next, with(activated, by));
            case DraftOpened _, RuleSetAdopted _, RuleSetRetired _ -> new RuleSetHistory(next, versions);
        };
    }

    private List<RuleSetVersion> with(RuleSetPublished published, @Nullable String by) {
        var copy = new ArrayList<>(versions);
        copy.add(new RuleSetVersion(published.ref(), published.ruleSet(), published.at(), by, null, false));
        return copy;
    }

    private List<RuleSetVersion> with(RuleSetActivated activated, @Nullable String by) {
        var activation = new RuleSetVersion.Activation(activated.at(), by, activated.reason());
        return versions.stream()
                .map(v -> v.ref().equals(activated.ref()) ? v.activated(activation) : v.passive())
                .toList();
    }
}
