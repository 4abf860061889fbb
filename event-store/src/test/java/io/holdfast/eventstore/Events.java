package io.holdfast.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;

/** Events to write, and helpers to read them back. */
public final class Events {

    private Events() {}

    public static DomainEventMessage<String> event(String aggregate, long sequence) {
        return event(aggregate, sequence, "payload of " + aggregate + " " + sequence);
    }

    public static DomainEventMessage<String> event(String aggregate, long sequence, String payload) {
        return new GenericDomainEventMessage<>(
                "Thing", aggregate, sequence, payload, MetaData.from(Map.of("who", "test")));
    }

    static DomainEventMessage<String> eventAt(String aggregate, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                "Thing",
                aggregate,
                sequence,
                "at",
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                at);
    }

    public static List<DomainEventMessage<String>> events(String aggregate, int count) {
        return LongStream.range(0, count)
                .mapToObj(sequence -> event(aggregate, sequence))
                .toList();
    }

    /** The whole log, in order. */
    static List<TrackedEventMessage<?>> all(EventStorageEngine engine) {
        return new ArrayList<>(engine.readEvents(null, false).toList());
    }

    static List<Long> sequences(EventStorageEngine engine, String aggregate) {
        return engine.readEvents(aggregate)
                .asStream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    static List<String> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            ids.add(stream.nextAvailable().getIdentifier());
        }
        return ids;
    }
}
