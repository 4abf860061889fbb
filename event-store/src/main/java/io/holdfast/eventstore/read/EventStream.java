package io.holdfast.eventstore.read;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.LogPosition;
import io.holdfast.eventstore.block.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Reads the events of the log in order: in batches or as an endless stream; also makes tokens for positions in it. */
public final class EventStream {

    private final Tail tail;
    private final LogReader log;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    public EventStream(Tail tail, LogReader log, Serializer serializer, EventUpcaster upcasters) {
        this.tail = tail;
        this.log = log;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** Whole blocks after a token, so the batch may be larger than requested; empty only at the end of the log. */
    public List<TrackedEventData<?>> after(@Nullable TrackingToken token, int batchSize) {
        long position = LogPosition.after(token);
        long block = LogPosition.block(position);
        int index = LogPosition.index(position);
        List<TrackedEventData<?>> events = new ArrayList<>();
        long bytes = 0;
        while (events.size() < batchSize && bytes < LogReader.MAX_BYTES) {
            List<Block> blocks = tail.read(block);
            if (blocks.isEmpty()) {
                break;
            }
            for (Block next : blocks) {
                next.eventsFrom(index).forEach(events::add);
                bytes += next.bytes();
                index = 0;
            }
            block = blocks.getLast().number() + 1;
        }
        return events;
    }

    /** The token of the last majority-committed event; null when there is none. */
    public @Nullable GlobalSequenceTrackingToken head() {
        tail.refresh();
        return LogPosition.token(tail.position());
    }

    /** Just before the first event, in the order of the log, at or after the time; the head when there is none. */
    public @Nullable TrackingToken at(Instant time) {
        OptionalLong before = new TimeSearch(log).before(StoredEvent.nanos(time), tail.refresh());
        return before.isPresent() ? LogPosition.token(before.getAsLong()) : head();
    }

    /** An endless stream of the log from a token on. */
    public TrackingEventStream open(@Nullable TrackingToken token) {
        long position = LogPosition.after(token);
        tail.refresh();
        return new BlockStream(tail, position, this::messages);
    }

    /** An event that cannot be turned into a message must not end the stream for everybody who reads it. */
    private Stream<? extends TrackedEventMessage<?>> messages(Stream<TrackedEventData<?>> stored) {
        List<TrackedEventData<?>> data = stored.toList();
        try {
            return message(data.stream()).toList().stream();
        } catch (RuntimeException oneOfThem) {
            return data.stream().flatMap(this::readable);
        }
    }

    private Stream<? extends TrackedEventMessage<?>> readable(TrackedEventData<?> data) {
        try {
            return message(Stream.of(data)).toList().stream();
        } catch (RuntimeException unreadable) {
            return Stream.of(UnreadableMessage.of(data, unreadable));
        }
    }

    private Stream<? extends TrackedEventMessage<?>> message(Stream<TrackedEventData<?>> data) {
        return EventUtils.upcastAndDeserializeTrackedEvents(data, serializer, upcasters);
    }
}
