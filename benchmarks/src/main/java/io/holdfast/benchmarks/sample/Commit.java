package io.holdfast.benchmarks.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The events of one command: one to three events of one aggregate, stored together or not at all. */
public record Commit(List<DomainEventMessage<?>> events) {
    private static final int MOST = 3;
    private static final MetaData METADATA =
            MetaData.from(Map.of("actor", "inspector", "correlationId", "0b9c41e6-6d0a-4f39-9a53-0f6e0f9f2f10"));

    /** The metadata of every event. */
    public static MetaData metadata() {
        return METADATA;
    }

    /** How many events the commit with this number has: 1, 2, 3, 1, 2, 3 ... */
    static int size(int number) {
        return 1 + Math.floorMod(number, MOST);
    }

    /** The events of an aggregate from a sequence number on, {@code stepMillis} apart. */
    public static Commit of(String aggregate, long first, int count, Instant at, long stepMillis) {
        return new Commit(IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(i -> event(aggregate, first + i, at.plusMillis(i * stepMillis)))
                .toList());
    }

    private static DomainEventMessage<?> event(String aggregate, long sequence, Instant at) {
        return new GenericDomainEventMessage<>(
                "Case",
                aggregate,
                sequence,
                Note.of(aggregate.hashCode() + (int) sequence),
                METADATA,
                IdentifierFactory.getInstance().generateIdentifier(),
                at);
    }
}
