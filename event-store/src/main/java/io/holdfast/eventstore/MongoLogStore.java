package io.holdfast.eventstore;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** The log as a MongoDB collection. */
final class MongoLogStore implements LogStore {

    /**
     * Blocks asked for at once: their size is known only when they are here, an embedded server holds all that was asked for,
     * and drivers take at most 48 MB in one reply.
     */
    private static final int BLOCKS_AT_ONCE = 4;

    /** Events of an aggregate asked for before anything is known of their size. */
    private static final int EVENTS_AT_FIRST = 4;

    private final MongoCollection<BsonDocument> blocks;
    private final boolean filtersArrays;

    MongoLogStore(MongoDatabase database, String collection, ServerCapabilities capabilities) {
        this.blocks = database.getCollection(collection, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.filtersArrays = capabilities.filtersArrays();
    }

    void ensureIndexes() {
        blocks.createIndex(Indexes.ascending(Draft.KEYS), new IndexOptions().unique(true));
        blocks.createIndex(Indexes.ascending(Draft.IDS), new IndexOptions().unique(true));
    }

    @Override
    public Outcome.OfInsert insert(Draft draft) {
        try {
            blocks.insertOne(draft.document);
            return new Outcome.Inserted();
        } catch (RuntimeException e) {
            return InsertFailures.outcome(e);
        }
    }

    @Override
    public Optional<BlockHeader> header(long number) {
        return Optional.ofNullable(blocks.find(new Document("_id", number))
                        .projection(include("uuid", "hash", "maxAt"))
                        .first())
                .map(BlockCodec::header);
    }

    @Override
    public BlockHeader head(long from) {
        long last = DenseSearch.last(from, this::existing);
        return last < 0 ? BlockHeader.GENESIS : header(last).orElseThrow(() -> new VanishedBlockException(last));
    }

    private Set<Long> existing(List<Long> numbers) {
        Set<Long> found = new HashSet<>();
        blocks.find(in("_id", numbers))
                .projection(include("_id"))
                .forEach(block -> found.add(block.getNumber("_id").longValue()));
        return found;
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
        raw().find(in("_id", numbers)).batchSize(BLOCKS_AT_ONCE).forEach(raw -> {
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
    public Outcome.ConflictsFound find(Collection<String> keys, Collection<String> ids) {
        return new Outcome.ConflictsFound(holders(Draft.KEYS, keys), holders(Draft.IDS, ids));
    }

    private Map<String, Outcome.BlockRef> holders(String field, Collection<String> wanted) {
        Map<String, Outcome.BlockRef> holders = new HashMap<>();
        blocks.find(once(in(field, wanted))).projection(include("uuid", field)).forEach(block -> {
            var holder = new Outcome.BlockRef(
                    block.getNumber("_id").longValue(), block.getBinary("uuid").asUuid());
            for (BsonValue name : block.getArray(field)) {
                if (wanted.contains(name.asString().getValue())) {
                    holders.put(name.asString().getValue(), holder);
                }
            }
        });
        return holders;
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

    /** All of the blocks that hold the first so many, so there may be more. */
    private List<StoredEvent> keyed(String aggregate, long firstSequence, int atLeast) {
        Bson holders = in(Draft.KEYS, keys(aggregate, LongStream.range(firstSequence, firstSequence + atLeast)));
        NavigableMap<Long, StoredEvent> bySequence = new TreeMap<>();
        (filters(aggregate) ? filtered(aggregate, holders) : whole(holders))
                .forEach(block -> BlockCodec.eventsOf(aggregate, block)
                        .forEach(event -> bySequence.put(event.sequence(), event)));
        return List.copyOf(bySequence.tailMap(firstSequence, true).values());
    }

    /** Embedded servers take a literal that begins with a dollar for a path. */
    private boolean filters(String aggregate) {
        return filtersArrays || !aggregate.startsWith("$");
    }

    /** One question; the answer holds nothing but the events of this aggregate, possibly more than once. */
    private MongoIterable<RawBsonDocument> filtered(String aggregate, Bson holders) {
        var ofIt = new Document("$eq", List.of("$$event." + EventCodec.AGGREGATE, new Document("$literal", aggregate)));
        var events =
                new Document("input", "$" + Draft.EVENTS).append("as", "event").append("cond", ofIt);
        return raw().aggregate(
                        List.of(match(holders), project(new Document(Draft.EVENTS, new Document("$filter", events)))))
                .batchSize(BLOCKS_AT_ONCE);
    }

    private MongoIterable<RawBsonDocument> whole(Bson holders) {
        return raw().find(once(holders)).projection(include(Draft.EVENTS)).batchSize(BLOCKS_AT_ONCE);
    }

    /** Which blocks first, where need be: embedded servers answer with a block once for every key of it that matches. */
    private Bson once(Bson holders) {
        if (filtersArrays) {
            return holders;
        }
        Set<Long> numbers = new TreeSet<>();
        blocks.find(holders)
                .projection(include("_id"))
                .forEach(block -> numbers.add(block.getNumber("_id").longValue()));
        return in("_id", numbers);
    }

    @Override
    public OptionalLong lastSequence(String aggregate) {
        long last = DenseSearch.last(-1, sequences -> existing(aggregate, sequences));
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    private Set<Long> existing(String aggregate, List<Long> sequences) {
        List<String> keys = keys(aggregate, sequences.stream().mapToLong(Long::longValue));
        Set<String> found = holders(Draft.KEYS, new HashSet<>(keys)).keySet();
        return sequences.stream()
                .filter(sequence -> found.contains(StoredEvent.key(aggregate, sequence)))
                .collect(Collectors.toSet());
    }

    private static List<String> keys(String aggregate, LongStream sequences) {
        return sequences
                .mapToObj(sequence -> StoredEvent.key(aggregate, sequence))
                .toList();
    }

    private MongoCollection<RawBsonDocument> raw() {
        return blocks.withDocumentClass(RawBsonDocument.class);
    }
}
