package io.holdfast.command.targeting;

import io.holdfast.command.targeting.DraftRefusedException.NoSuchDraftException;
import io.holdfast.command.targeting.RememberedStreams.Event;
import io.holdfast.command.targeting.RememberedStreams.Known;
import io.holdfast.eventstore.api.LogReplacementListener;
import io.holdfast.runtime.log.UnreadableEventException;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.DraftEvent.DraftRevised;
import io.holdfast.targeting.DraftEvent.RuleSetDrafted;
import io.holdfast.targeting.DraftId;
import io.holdfast.targeting.RuleSet;
import io.holdfast.value.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Read access to the drafts, always as current as the event log. The state of a draft is cached without its contents,
 * so a later call reads only new events; of the contents, only the requested one is read.
 */
public final class Drafts implements LogReplacementListener {
    /**
     * The maximum total size of cached states, in approximate bytes; a simulation of many ports and days has megabytes.
     */
    private static final long MAX_REMEMBERED = 24_000_000;

    private final Contents contents;
    private final RememberedStreams<DraftEvent, Read> streams;

    /**
     * @param contents the sequence number of the event that carries each content
     * @param seed of the latest content; no response may reveal it
     */
    private record Read(DraftFile file, Map<Sha256, Long> contents, long seed) {}

    Drafts(EventStore events) {
        this.contents = new Contents(events);
        this.streams = new RememberedStreams<>(
                events,
                DraftEvent.class,
                Drafts::after,
                MAX_REMEMBERED,
                read -> read.file().bytes());
    }

    /**
     * @throws NoSuchDraftException when the draft does not exist
     * @throws UnreadableEventException when one of its events cannot be read
     */
    public DraftFile file(DraftId draft) {
        return read(draft).file();
    }

    /**
     * The seed of the random share in the current content.
     *
     * @throws NoSuchDraftException when the draft does not exist
     */
    public long seed(DraftId draft) {
        return read(draft).seed();
    }

    /**
     * A content that the draft has, or once had.
     *
     * @throws NoSuchDraftException when it never had this content
     */
    public RuleSet content(DraftId draft, Sha256 hash) {
        Long sequence = read(draft).contents().get(hash);
        if (sequence == null) {
            throw new NoSuchDraftException(draft);
        }
        return contents.of(draft.stream(), sequence, hash);
    }

    /** The contents of all rule sets. */
    Contents contents() {
        return contents;
    }

    /** The state of the draft with this stream, if there is one. */
    Optional<Known<DraftFile>> known(String stream) {
        return streams.now(stream).map(now -> new Known<>(now.state().file(), now.last()));
    }

    @Override
    public void logReplaced() {
        streams.logReplaced();
    }

    private Read read(DraftId draft) {
        return streams.now(draft.stream()).map(Known::state).orElseThrow(() -> new NoSuchDraftException(draft));
    }

    private static Read after(@Nullable Read before, Event<DraftEvent> event) {
        if (before == null) {
            RuleSetDrafted first = DraftLife.first(event.payload());
            return new Read(
                    DraftFile.begun(first, event.by()),
                    Map.of(first.contentHash(), event.sequence()),
                    first.ruleSet().seed());
        }
        DraftFile file = before.file().after(event.payload(), event.by());
        if (!(event.payload() instanceof DraftRevised revised)) {
            return new Read(file, before.contents(), before.seed());
        }
        var contents = new HashMap<>(before.contents());
        contents.put(revised.contentHash(), event.sequence());
        return new Read(file, Map.copyOf(contents), revised.ruleSet().seed());
    }
}
