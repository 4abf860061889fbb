package io.holdfast.eventstore.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.integrity.Hash;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.UnreadableBlockException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the log for verification: majority-committed blocks only, in bounded ranges, checking everything it reads. */
public final class SealedBlocks {

    /** Blocks fetched per query: an embedded server holds the whole reply in memory, and each block may have 8 MB. */
    private static final int RANGE = 4;

    private static final int HEADERS = 100;
    private static final Bson HEADER =
            include("uuid", "maxAt", BlockCodec.COUNT, BlockCodec.ROOT, "previousHash", "hash");

    private final MongoCollection<BsonDocument> blocks;

    public SealedBlocks(MongoDatabase database, String collection) {
        this.blocks = database.getCollection(collection, BsonDocument.class)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** The highest block number, whether or not there are gaps; -1 for an empty log. */
    public long last() {
        BsonDocument last = blocks.find()
                .projection(include("_id"))
                .sort(descending("_id"))
                .limit(1)
                .first();
        return last == null ? -1 : last.getNumber("_id").longValue();
    }

    /** The existing blocks in the order of their numbers, up to and including the last one. */
    public Iterator<LogBlock> upTo(long last) {
        return new Ranges(last);
    }

    /** The block that holds an event. */
    public Optional<LogBlock> holding(String eventId) {
        return Optional.ofNullable(blocks.find(eq(BlockCodec.IDS, eventId)).first())
                .map(StrictBlocks::block);
    }

    /** The hash of one block, computed from its header; empty when there is no such block. */
    Optional<Hash> hash(long number) {
        return Optional.ofNullable(find(number, number + 1).projection(HEADER).first())
                .map(StrictBlocks::header)
                .map(LogHeader::hash);
    }

    /**
     * Headers from a number on, without a gap; empty at the end of the log.
     *
     * @throws UnreadableBlockException when a header does not have the hash that it claims, or is missing before others
     */
    public List<LogHeader> headers(long first) {
        List<LogHeader> headers = new ArrayList<>();
        for (BsonDocument document : find(first, first + HEADERS).projection(HEADER)) {
            LogHeader header = StrictBlocks.header(document);
            long due = first + headers.size();
            if (header.number() != due) {
                throw new UnreadableBlockException(due, "it is missing");
            }
            if (!header.hash().equals(StrictBlocks.hash(document, "hash"))) {
                throw new UnreadableBlockException(due, "its hash is not the hash of what it says");
            }
            headers.add(header);
        }
        return headers;
    }

    private FindIterable<BsonDocument> find(long first, long end) {
        List<Long> numbers = LongStream.range(first, end).boxed().toList();
        return blocks.find(in("_id", numbers)).sort(ascending("_id"));
    }

    private final class Ranges implements Iterator<LogBlock> {
        private final long last;
        private long next;
        private @Nullable MongoCursor<BsonDocument> cursor;

        Ranges(long last) {
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            while (cursor == null || !cursor.hasNext()) {
                if (next > last) {
                    return false;
                }
                long end = Math.min(next + RANGE, last + 1);
                cursor = find(next, end).batchSize(RANGE).cursor();
                next = end;
            }
            return true;
        }

        @Override
        public LogBlock next() {
            if (!hasNext() || cursor == null) {
                throw new NoSuchElementException();
            }
            return StrictBlocks.block(cursor.next());
        }
    }
}
