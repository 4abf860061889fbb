package io.holdfast.eventstore.read;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoIterable;
import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.DenseSearch;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Reads the log from its MongoDB collection. */
public record MongoLogReader(BlockCollection blocks) implements LogReader {

    /**
     * Blocks per query: their size is known only after they arrive, an embedded server holds the whole reply in memory,
     * and drivers take at most 48 MB in one reply.
     */
    private static final int BLOCKS_AT_ONCE = 4;

    /** Events of an aggregate in the first query, before anything is known about their size. */
    private static final int EVENTS_AT_FIRST = 4;

    @Override
    public Optional<BlockHeader> header(long number) {
        return blocks.header(number);
    }

    @Override
    public BlockHeader head(long from) {
        return blocks.head(from);
    }

    @Override
    public List<Block> read(long first, int most) {
        List<Block> dense = new ArrayList<>();
        long bytes = 0;
        while (dense.size() < most && bytes < MAX_BYTES) {
            int asked = Math.min(BLOCKS_AT_ONCE, most - dense.size());
            List<Block> next = denseFrom(first + dense.size(), asked);
            dense.addAll(next);
            bytes += next.stream().mapToLong(Block::bytes).sum();
            if (next.size() < asked) {
                break;
            }
        }
        return dense;
    }

    private List<Block> denseFrom(long first, int most) {
        List<Long> numbers = LongStream.range(first, first + most).boxed().toList();
        Map<Long, Block> found = new HashMap<>();
        blocks.raw().find(in("_id", numbers)).batchSize(BLOCKS_AT_ONCE).forEach(raw -> {
            Block block = BlockCodec.block(raw);
            found.put(block.number(), block);
        });
        List<Block> dense = new ArrayList<>();
        for (Block block = found.get(first); block != null; block = found.get(block.number() + 1)) {
            dense.add(block);
        }
        return dense;
    }

    @Override
    public AggregateEvents ofAggregate(String aggregate, long firstSequence, int most) {
        List<StoredEvent> events = new ArrayList<>();
        long bytes = 0;
        int asked = Math.min(EVENTS_AT_FIRST, most);
        while (true) {
            List<StoredEvent> next = keyed(aggregate, firstSequence + events.size(), asked);
            events.addAll(next);
            bytes += next.stream().mapToLong(StoredEvent::bytes).sum();
            if (next.size() < asked) {
                return new AggregateEvents(events, true);
            }
            if (bytes >= MAX_BYTES || events.size() >= most) {
                return new AggregateEvents(events, false);
            }
            long affordable = (MAX_BYTES - bytes) / Math.max(1, bytes / events.size());
            asked = (int) Math.clamp(affordable, 1, most - events.size());
        }
    }

    /** The aggregate's events in all blocks that hold the next {@code atLeast} of them; there may be more than that. */
    private List<StoredEvent> keyed(String aggregate, long firstSequence, int atLeast) {
        Bson holders = in(BlockCodec.KEYS, keys(aggregate, LongStream.range(firstSequence, firstSequence + atLeast)));
        NavigableMap<Long, StoredEvent> bySequence = new TreeMap<>();
        (filters(aggregate) ? filtered(aggregate, holders) : whole(holders))
                .forEach(block -> BlockCodec.eventsOf(aggregate, block)
                        .forEach(event -> bySequence.put(event.sequence(), event)));
        return List.copyOf(bySequence.tailMap(firstSequence, true).values());
    }

    /** Embedded servers read a literal that begins with a dollar as a path. */
    private boolean filters(String aggregate) {
        return blocks.filtersArrays() || !aggregate.startsWith("$");
    }

    /** One query; the result holds only events of this aggregate, possibly more than once. */
    private MongoIterable<RawBsonDocument> filtered(String aggregate, Bson holders) {
        var ofIt = new Document("$eq", List.of("$$event." + EventCodec.AGGREGATE, new Document("$literal", aggregate)));
        var events = new Document("input", "$" + BlockCodec.EVENTS)
                .append("as", "event")
                .append("cond", ofIt);
        return blocks.raw()
                .aggregate(List.of(
                        match(holders), project(new Document(BlockCodec.EVENTS, new Document("$filter", events)))))
                .batchSize(BLOCKS_AT_ONCE);
    }

    private MongoIterable<RawBsonDocument> whole(Bson holders) {
        return blocks.raw()
                .find(blocks.once(holders))
                .projection(include(BlockCodec.EVENTS))
                .batchSize(BLOCKS_AT_ONCE);
    }

    @Override
    public OptionalLong lastSequence(String aggregate) {
        long last = DenseSearch.last(-1, sequences -> existing(aggregate, sequences));
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private Set<Long> existing(String aggregate, List<Long> sequences) {
        List<String> keys = keys(aggregate, sequences.stream().mapToLong(Long::longValue));
        Set<String> found = blocks.holders(BlockCodec.KEYS, new HashSet<>(keys)).keySet();
        return sequences.stream()
                .filter(sequence -> found.contains(StoredEvent.key(aggregate, sequence)))
                .collect(Collectors.toSet());
    }

    private static List<String> keys(String aggregate, LongStream sequences) {
        return sequences
                .mapToObj(sequence -> StoredEvent.key(aggregate, sequence))
                .toList();
    }
}
