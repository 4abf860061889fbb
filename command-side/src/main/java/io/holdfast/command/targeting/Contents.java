package io.holdfast.command.targeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.RuleSet;
import io.holdfast.targeting.RuleSetEvent.RuleSetPublished;
import io.holdfast.value.Sha256;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads and caches the contents of rule sets. A content is read from the event log alone, by the sequence number of its
 * event, and only once for all who ask at the same time; the most recently used are kept, up to some megabytes.
 */
final class Contents {
    /**
     * The maximum total of cached contents, in bytes of the {@link ContentHash} encoding; the objects take about four
     * times as much.
     */
    private static final long MAX_KEPT = 12_000_000;

    private final EventStore events;
    private final Cache<Sha256, RuleSet> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .<Sha256, RuleSet>weigher((_, content) -> ContentHash.size(content))
            .build();

    Contents(EventStore events) {
        this.events = events;
    }

    /**
     * The content that an event carries.
     *
     * @throws IllegalStateException when the event does not exist or carries no content
     * @throws UnreadableEventException when it cannot be read
     */
    RuleSet of(String stream, long sequence, Sha256 hash) {
        return kept.get(hash, _ -> read(stream, sequence));
    }

    private RuleSet read(String stream, long sequence) {
        DomainEventMessage<?> message = null;
        RuleSet content = null;
        try {
            DomainEventStream from = events.readEvents(stream, sequence);
            if (from.hasNext()) {
                message = from.next();
                content = of(message.getPayload());
            }
        } catch (RuntimeException failed) {
            throw UnreadEvents.named(stream, sequence + 1, message, failed);
        }
        if (content == null) {
            throw new IllegalStateException("Event " + sequence + " of " + stream + " holds no rule set");
        }
        return content;
    }

    /** The content that the event carries; null for an event of another type. */
    static @Nullable RuleSet of(Object event) {
        return switch (event) {
            case RuleSetDrafted drafted -> drafted.ruleSet();
            case DraftRevised revised -> revised.ruleSet();
            case RuleSetPublished published -> published.ruleSet();
            default -> null;
        };
    }
}
