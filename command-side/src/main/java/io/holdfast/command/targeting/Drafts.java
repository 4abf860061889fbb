package io.holdfast.command.targeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The drafts as the event log has them at the moment of the question. What was read of a draft is remembered without its
 * contents, so that a second look reads only what is new; of its contents only the one that is asked for is read.
 */
public final class Drafts {
    /** About how many bytes of files are remembered; a simulation of many ports and days has megabytes. */
    private static final long MAX_REMEMBERED = 24_000_000;

    private final EventStore events;
    private final Contents contents;
    private final Cache<DraftId, Read> remembered = Caffeine.newBuilder()
            .maximumWeight(MAX_REMEMBERED)
            .<DraftId, Read>weigher((_, read) -> read.file().bytes())
            .build();

    /**
     * @param next the sequence number of the first event that is not in the file
     * @param contents in which event each content came
     */
    private record Read(DraftFile file, long next, Map<Sha256, Long> contents) {}

    Drafts(EventStore events) {
        this.events = events;
        this.contents = new Contents(events);
    }

    /** @throws NoSuchDraftException when there is none */
    public DraftFile file(DraftId draft) {
        return read(draft).file();
    }

    /**
     * What a draft contains, or once contained.
     *
     * @throws NoSuchDraftException when it has never had such a content
     */
    public RuleSet content(DraftId draft, Sha256 hash) {
        Long sequence = read(draft).contents().get(hash);
        if (sequence == null) {
            throw new NoSuchDraftException(draft);
        }
        return contents.of(draft.stream(), sequence, hash);
    }

    /** What all rule sets contain. */
    Contents contents() {
        return contents;
    }

    /** Who asks for the same draft at the same time waits for the one who reads it. */
    private Read read(DraftId draft) {
        Read now = remembered.asMap().compute(draft, (_, before) -> readOn(draft, before));
        if (now == null) {
            throw new NoSuchDraftException(draft);
        }
        return now;
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
        DraftFile file = switch (message.getPayload()) {
            case RuleSetDrafted e when read == null -> DraftFile.begun(e, by);
            case DraftEvent e when read != null -> read.file().after(e, by);
            default -> null;
        };
        return file == null
                ? read
                : new Read(file, message.getSequenceNumber() + 1, contents(read, message, file.life()));
    }

    private static Map<Sha256, Long> contents(@Nullable Read read, DomainEventMessage<?> message, DraftLife life) {
        Map<Sha256, Long> before = read == null ? Map.of() : read.contents();
        if (Contents.of(message.getPayload()) == null) {
            return before;
        }
        var all = new HashMap<>(before);
        all.put(life.content(), message.getSequenceNumber());
        return Map.copyOf(all);
    }
}
