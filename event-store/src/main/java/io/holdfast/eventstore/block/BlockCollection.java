package io.holdfast.eventstore.block;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * The MongoDB collection of the blocks, with the operations shared by writing and reading. Reads see only what the
 * majority has committed; each throws a {@link RuntimeException} of the driver when the database does not answer.
 */
public final class BlockCollection {

    /** Which block holds a key or an event id. */
    public record Holder(long number, UUID uuid) {}

    private final MongoCollection<BsonDocument> blocks;
    private final boolean filtersArrays;

    public BlockCollection(MongoDatabase database, String collection, ServerCapabilities capabilities) {
        this.blocks = database.getCollection(collection, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.filtersArrays = capabilities.filtersArrays();
    }

    public void ensureIndexes() {
        blocks.createIndex(Indexes.ascending(BlockCodec.KEYS), new IndexOptions().unique(true));
        blocks.createIndex(Indexes.ascending(BlockCodec.IDS), new IndexOptions().unique(true));
    }

    /** Whether the server filters arrays like MongoDB 5.0; see {@link ServerCapabilities}. */
    public boolean filtersArrays() {
        return filtersArrays;
    }

    /** Returns once the majority has the block in its journal. */
    public void insert(BsonDocument block) {
        blocks.insertOne(block);
    }

    /** The header of one block. */
    public Optional<BlockHeader> header(long number) {
        return Optional.ofNullable(blocks.find(new Document("_id", number))
                        .projection(include("uuid", "hash", "maxAt"))
                        .first())
                .map(BlockCodec::header);
    }

    /**
     * The last block.
     *
     * @param from a block known to exist, or -1
     * @throws VanishedBlockException when it does not exist, as after a restore
     */
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

    /** The blocks that hold the wanted keys or event ids. */
    public Map<String, Holder> holders(String field, Collection<String> wanted) {
        Map<String, Holder> holders = new HashMap<>();
        blocks.find(once(in(field, wanted))).projection(include("uuid", field)).forEach(block -> {
            var holder = new Holder(
                    block.getNumber("_id").longValue(), block.getBinary("uuid").asUuid());
            for (BsonValue name : block.getArray(field)) {
                if (wanted.contains(name.asString().getValue())) {
                    holders.put(name.asString().getValue(), holder);
                }
            }
        });
        return holders;
    }

    /**
     * A filter that matches each block once. Embedded servers return a block once per matching key, so there the block
     * numbers are looked up first.
     */
    public Bson once(Bson holders) {
        if (filtersArrays) {
            return holders;
        }
        Set<Long> numbers = new TreeSet<>();
        blocks.find(holders)
                .projection(include("_id"))
                .forEach(block -> numbers.add(block.getNumber("_id").longValue()));
        return in("_id", numbers);
    }

    /** The collection, for reading blocks without decoding them. */
    public MongoCollection<RawBsonDocument> raw() {
        return blocks.withDocumentClass(RawBsonDocument.class);
    }
}
