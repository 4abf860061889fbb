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
 * The versions and drafts, folded from the events before {@code nextSequence}. Immutable.
 *
 * @param nextSequence the sequence number of the first event that is not included
 * @param versions in order; a version whose publication cannot be read is missing
 * @param drafts in the order in which they were created
 */
record RuleSetHistory(long nextSequence, List<RuleSetVersion> versions, List<OpenedDraft> drafts) {
    static final RuleSetHistory EMPTY = new RuleSetHistory(0, List.of(), List.of());

    RuleSetHistory {
        versions = List.copyOf(versions);
        drafts = List.copyOf(drafts);
    }

    Optional<RuleSetVersion> active() {
        return versions.stream().filter(RuleSetVersion::active).findFirst();
    }

    Optional<RuleSetVersion> version(int version) {
        return versions.stream().filter(v -> v.ref().version() == version).findFirst();
    }

    /** Skips an event that cannot be read. */
    RuleSetHistory past(long sequence) {
        return new RuleSetHistory(sequence + 1, versions, drafts);
    }

    /** Skips an activation that cannot be read: no version is active, because it is unknown which one was activated. */
    RuleSetHistory pastActivation(long sequence) {
        var passive = versions.stream().map(RuleSetVersion::passive).toList();
        return new RuleSetHistory(sequence + 1, passive, drafts);
    }

    RuleSetHistory after(DomainEventMessage<?> message) {
        long next = message.getSequenceNumber() + 1;
        if (!(message.getPayload() instanceof RuleSetEvent event)) {
            return new RuleSetHistory(next, versions, drafts);
        }
        Object actor = message.getMetaData().get(MetadataKeys.ACTOR);
        String by = actor == null ? null : actor.toString();
        return switch (event) {
            case RuleSetPublished e -> new RuleSetHistory(next, plus(versions, version(e, by, next - 1)), drafts);
            case RuleSetAdopted e -> new RuleSetHistory(next, plus(versions, version(e, by, next - 1)), drafts);
            case RuleSetActivated e -> new RuleSetHistory(next, with(e, by), drafts);
            case RuleSetRetired e -> new RuleSetHistory(next, with(e, by), drafts);
            case DraftOpened e ->
                new RuleSetHistory(next, versions, plus(drafts, new OpenedDraft(e.draft(), e.name(), e.at(), by)));
        };
    }

    private static RuleSetVersion version(RuleSetPublished e, @Nullable String by, long sequence) {
        int rules = e.ruleSet().rules().size();
        int profiles = e.ruleSet().profiles().size();
        return new RuleSetVersion(
                e.ref(), e.ruleSet().name(), rules, profiles, sequence, null, e.at(), by, null, null, false);
    }

    private static RuleSetVersion version(RuleSetAdopted e, @Nullable String by, long sequence) {
        return new RuleSetVersion(
                e.ref(), e.name(), e.rules(), e.profiles(), sequence, e.draft(), e.at(), by, null, null, false);
    }

    private List<RuleSetVersion> with(RuleSetActivated e, @Nullable String by) {
        var activation = new RuleSetVersion.Activation(e.at(), by, e.reason());
        return versions.stream()
                .map(v -> v.ref().equals(e.ref()) ? v.activated(activation) : v.passive())
                .toList();
    }

    private List<RuleSetVersion> with(RuleSetRetired e, @Nullable String by) {
        var retirement = new RuleSetVersion.Activation(e.at(), by, e.reason());
        return versions.stream()
                .map(v -> v.ref().equals(e.ref()) ? v.retired(retirement) : v)
                .toList();
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var copy = new ArrayList<>(list);
        copy.add(last);
        return copy;
    }
}
