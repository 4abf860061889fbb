package io.holdfast.command.targeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.eventstore.api.LogReplacementListener;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A cache of folded stream states, without contents. Each call reads the events that were appended since the last one,
 * by any node, and no others: an answer is never older than the log, and its cost does not depend on the length of the
 * stream. The first call after a start, or after the log was replaced, reads the whole stream, event by event.
 *
 * @param <E> the events of these streams
 * @param <S> the folded state of a stream; immutable and small
 */
final class RememberedStreams<E, S> implements LogReplacementListener {
    private final EventStore log;
    private final Class<E> type;
    private final Fold<E, S> fold;
    private final Cache<String, Kept<S>> kept;
    private final AtomicLong replacements = new AtomicLong();

    /** Folds one event into the state. */
    interface Fold<E, S> {
        /** @param before null before the first event */
        S after(@Nullable S before, Event<E> event);
    }

    /**
     * An event from the log.
     *
     * @param sequence its number within the stream, from 0
     * @param by who caused it, if the event says
     */
    record Event<E>(E payload, long sequence, @Nullable String by) {}

    /** @param last the sequence number of the last event that was folded in */
    record Known<S>(S state, long last) {}

    /** @param log how often the log had been replaced when the reading began; of an earlier log, nothing counts */
    private record Kept<S>(Known<S> known, long log) {}

    /** @param failure why the stream was not read to its end; null when it was */
    private record Reading<S>(
            @Nullable Known<S> known, @Nullable RuntimeException failure) {}

    /**
     * @param type the type of every event; events of other types come from later releases and cannot be read
     * @param most the maximum total {@code size} of cached states; evicted states are read again when needed
     */
    RememberedStreams(EventStore log, Class<E> type, Fold<E, S> fold, long most, ToIntFunction<S> size) {
        this.log = log;
        this.type = type;
        this.fold = fold;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .<String, Kept<S>>weigher(
                        (_, now) -> size.applyAsInt(now.known().state()))
                .build();
    }

    /**
     * The current state of a stream; empty when the stream does not exist. Concurrent calls for the same stream wait
     * for the one that reads.
     *
     * @throws UnreadableEventException naming an event that cannot be read; the events before it are not read again
     */
    Optional<Known<S>> now(String stream) {
        var failed = new ArrayDeque<RuntimeException>(1);
        Kept<S> now = kept.asMap().compute(stream, (_, before) -> {
            long current = replacements.get();
            Reading<S> reading = committed(stream, before == null || before.log() != current ? null : before.known());
            if (reading.failure() != null) {
                failed.add(reading.failure());
            }
            return reading.known() == null ? null : new Kept<>(reading.known(), current);
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        return Optional.ofNullable(now).map(Kept::known);
    }

    /** A state that is being read at this moment is discarded as well, at its next use. */
    @Override
    public void logReplaced() {
        replacements.incrementAndGet();
    }

    /**
     * Reads outside the caller's units of work: events staged in them may never be written, so they must not be cached.
     */
    private Reading<S> committed(String stream, @Nullable Known<S> before) {
        Deque<UnitOfWork<?>> open = new ArrayDeque<>();
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> unit = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(unit);
            open.push(unit);
        }
        try {
            return read(stream, before);
        } finally {
            open.forEach(CurrentUnitOfWork::set);
        }
    }

    private Reading<S> read(String stream, @Nullable Known<S> before) {
        Known<S> now = before;
        DomainEventMessage<?> message = null;
        try {
            DomainEventStream events = log.readEvents(stream, next(now));
            while (events.hasNext()) {
                message = events.next();
                now = new Known<>(fold.after(now == null ? null : now.state(), event(message)), next(now));
                message = null;
            }
            return new Reading<>(now, null);
        } catch (RuntimeException failed) {
            return new Reading<>(now, UnreadEvents.named(stream, next(now) + 1, message, failed));
        }
    }

    private Event<E> event(DomainEventMessage<?> message) {
        Object payload = message.getPayload();
        if (!type.isInstance(payload)) {
            throw new SerializationException("This version does not know the event");
        }
        Object actor = message.getMetaData().get(MetadataKeys.ACTOR);
        return new Event<>(type.cast(payload), message.getSequenceNumber(), actor == null ? null : actor.toString());
    }

    private static long next(@Nullable Known<?> known) {
        return known == null ? 0 : known.last() + 1;
    }
}
