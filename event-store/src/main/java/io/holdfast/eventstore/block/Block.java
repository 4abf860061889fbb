package io.holdfast.eventstore.block;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventData;
import org.bson.BsonBinary;

/**
 * A block as read back.
 *
 * @param bytes size of the document, for memory budgets
 */
public record Block(BlockHeader header, BsonBinary previousHash, List<StoredEvent> events, int bytes) {

    public long number() {
        return header.number();
    }

    /** Whether this block directly follows the other one in the same log. */
    public boolean follows(BlockHeader before) {
        return number() == before.number() + 1 && previousHash.equals(before.hash());
    }

    /** The events from an index on, each with its token. */
    public Stream<TrackedEventData<?>> eventsFrom(int index) {
        return IntStream.range(Math.min(index, events.size()), events.size())
                .mapToObj(i -> events.get(i).trackedData(LogPosition.of(number(), i)));
    }
}
