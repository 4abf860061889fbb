package io.holdfast.command.targeting;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.targeting.DraftRefusal.NoSuchDraft;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The drafts as the event log has them at the moment of the question. What was read of a draft is remembered without its
 * content, so that a second look reads only what is new.
 */
public final class Drafts {
    private static final int REMEMBERED = 200;

    private final EventStore events;
    private final Map<DraftId, Read> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DraftId, Read> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param next the sequence number of the first event that is not in the file */
    private record Read(DraftFile file, long next) {}

    Drafts(EventStore events) {
        this.events = events;
    }

    /** @throws NoSuchDraft when there is none */
    public DraftFile file(DraftId draft) {
        Read before;
        synchronized (remembered) {
            before = remembered.get(draft);
        }
        Read now = readOn(draft, before);
        if (now == null) {
            throw new NoSuchDraft(draft);
        }
        synchronized (remembered) {
            remembered.merge(draft, now, (one, other) -> one.next() > other.next() ? one : other);
        }
        return now.file();
    }

    /**
     * What a draft contains, or once contained.
     *
     * @throws NoSuchDraft when it has never had such a content
     */
    public RuleSet content(DraftId draft, Sha256 hash) {
        DomainEventStream stream = events.readEvents(draft.stream());
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            RuleSet found = content(message, hash);
            if (found != null) {
                return found;
            }
        }
        throw new NoSuchDraft(draft);
    }

    private static @Nullable RuleSet content(DomainEventMessage<?> message, Sha256 hash) {
        Class<?> type = message.getPayloadType();
        if (type != RuleSetDrafted.class && type != DraftRevised.class) {
            return null;
        }
        return switch (message.getPayload()) {
            case RuleSetDrafted e when e.contentHash().equals(hash) -> e.ruleSet();
            case DraftRevised e when e.contentHash().equals(hash) -> e.ruleSet();
            default -> null;
        };
    }

    private @Nullable Read readOn(DraftId draft, @Nullable Read before) {
        Read read = before;
        DomainEventStream stream = events.readEvents(draft.stream(), before == null ? 0 : before.next());
        while (stream.hasNext()) {
            read = after(read, stream.next());
        }
        return read;
    }

    private static @Nullable Read after(@Nullable Read read, DomainEventMessage<?> message) {
        Object actor = message.getMetaData().get(MetadataKeys.ACTOR);
        String by = actor == null ? null : actor.toString();
        long next = message.getSequenceNumber() + 1;
        return switch (message.getPayload()) {
            case RuleSetDrafted e when read == null -> new Read(DraftFile.begun(e, by), next);
            case DraftEvent e when read != null -> new Read(read.file().after(e, by), next);
            default -> read;
        };
    }
}
