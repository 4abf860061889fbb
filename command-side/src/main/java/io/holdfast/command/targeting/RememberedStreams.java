package io.holdfast.command.targeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.actor.MetadataKeys;
import io.holdfast.runtime.log.UnreadEvents;
import io.holdfast.runtime.log.UnreadableEventException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * What the events of some streams tell, remembered on this node without their contents. Each question reads the events that came
 * since the last one from the log, whoever wrote them, and no others: an answer is never older than the log, and costs the same
 * however long the stream is. The first question after a start reads the stream once, event by event.
 *
 * @param <E> the events of these streams
 * @param <S> what is remembered of a stream; immutable and small
 */
final class RememberedStreams<E, S> {
    private final EventStore log;
    private final Class<E> type;
    private final Fold<E, S> fold;
    private final Cache<String, Known<S>> known;

    /** What one more event makes of what is known. */
    interface Fold<E, S> {
        /** @param before null before the first event */
        S after(@Nullable S before, Event<E> event);
    }

    /**
     * An event as it is in the log.
     *
     * @param sequence its number within the stream, from 0
     * @param by who caused it, if it says
     */
    record Event<E>(E payload, long sequence, @Nullable String by) {}

    /** @param last the sequence number of the last event that is in the state */
    record Known<S>(S state, long last) {}

    /** @param failure why it was not read to the end; null when it was */
    private record Reading<S>(
            @Nullable Known<S> known, @Nullable RuntimeException failure) {}

    /**
     * @param type of every event; another one is known to later releases only, and cannot be read
     * @param most how much is remembered, as {@code size} counts; what is asked for least is read anew when it is asked for again
     */
    RememberedStreams(EventStore log, Class<E> type, Fold<E, S> fold, long most, ToIntFunction<S> size) {
        this.log = log;
        this.type = type;
        this.fold = fold;
        this.known = Caffeine.newBuilder()
                .maximumWeight(most)
                .<String, Known<S>>weigher((_, now) -> size.applyAsInt(now.state()))
                .build();
    }

    /**
     * What the log tells of a stream now; empty when it has no such stream. Who asks for the same one at the same time waits for the
     * one who reads.
     *
     * @throws UnreadableEventException when an event cannot be read, naming it; what came before is not read again
     */
    Optional<Known<S>> now(String stream) {
        var failed = new ArrayDeque<RuntimeException>(1);
        Known<S> now = known.asMap().compute(stream, (_, before) -> {
            Reading<S> reading = committed(stream, before);
            if (reading.failure() != null) {
                failed.add(reading.failure());
            }
            return reading.known();
        });
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
        return Optional.ofNullable(now);
    }

    /** Out of the caller's units of work: what is staged in them may never be written, so it must not be remembered. */
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
