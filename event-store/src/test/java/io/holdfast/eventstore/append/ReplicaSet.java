package io.holdfast.eventstore.append;

import io.holdfast.eventstore.block.Block;
import io.holdfast.eventstore.block.BlockCodec;
import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.BlockHeader;
import io.holdfast.eventstore.block.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bson.BsonArray;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Simulated servers as the log sees them: a primary, a majority that lags behind it, and after a failover a deposed
 * primary that has not noticed. The latter still answers from what was majority-committed then, and accepts blocks that
 * will be rolled back.
 */
final class ReplicaSet {

    /** A block in the oplog, decoded once. */
    private record Entry(RawBsonDocument document, Block block, List<String> keys, List<String> ids) {
        static Entry of(RawBsonDocument document) {
            return new Entry(
                    document,
                    BlockCodec.block(document),
                    texts(document.getArray(BlockCodec.KEYS)),
                    texts(document.getArray(BlockCodec.IDS)));
        }

        private static List<String> texts(BsonArray array) {
            return array.stream().map(text -> text.asString().getValue()).toList();
        }
    }

    /** One server that believes it is the primary. */
    static final class Member {
        private final List<Entry> oplog = new ArrayList<>();
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> keys = new HashMap<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<Integer, Runnable> waiting = new HashMap<>();
        private int majority;

        private Member(List<Entry> oplog, int majority) {
            this.majority = majority;
            oplog.forEach(this::apply);
        }

        /** False when a unique index refuses the block. */
        boolean insert(RawBsonDocument document, Runnable onMajority) {
            var entry = Entry.of(document);
            if (numbers.containsKey(entry.block.number())
                    || entry.keys.stream().anyMatch(keys::containsKey)
                    || entry.ids.stream().anyMatch(ids::containsKey)) {
                return false;
            }
            waiting.put(oplog.size(), onMajority);
            apply(entry);
            return true;
        }

        private void apply(Entry entry) {
            int at = oplog.size();
            oplog.add(entry);
            numbers.put(entry.block.number(), at);
            entry.keys.forEach(key -> keys.put(key, at));
            entry.ids.forEach(id -> ids.put(id, at));
        }

        private void replicate(int upTo) {
            while (majority < upTo) {
                Runnable waiter = waiting.remove(majority++);
                if (waiter != null) {
                    waiter.run();
                }
            }
        }

        /** @param committed whether to see majority-committed blocks only, as every client should */
        Optional<Block> block(long number, boolean committed) {
            return visible(numbers.get(number), committed).map(at -> oplog.get(at).block);
        }

        /** Which majority-committed blocks hold these keys or ids. */
        Map<String, BlockCollection.Holder> holders(Iterable<String> names, boolean ofKeys) {
            Map<String, BlockCollection.Holder> holders = new HashMap<>();
            for (String name : names) {
                visible((ofKeys ? keys : ids).get(name), true).ifPresent(at -> {
                    BlockHeader header = oplog.get(at).block.header();
                    holders.put(name, new BlockCollection.Holder(header.number(), header.uuid()));
                });
            }
            return holders;
        }

        private Optional<Integer> visible(@Nullable Integer entry, boolean committed) {
            return Optional.ofNullable(entry).filter(at -> !committed || at < majority);
        }

        BlockHeader head(long from, boolean committed) {
            long last = from;
            while (block(last + 1, committed).isPresent()) {
                last++;
            }
            return last < 0
                    ? BlockHeader.GENESIS
                    : block(last, committed)
                            .map(Block::header)
                            .orElseThrow(() -> new IllegalStateException("a server that is behind"));
        }

        List<Block> read(long first, int most, boolean committed) {
            List<Block> blocks = new ArrayList<>();
            for (long number = first; number < first + most; number++) {
                Optional<Block> block = block(number, committed);
                if (block.isEmpty()) {
                    break;
                }
                blocks.add(block.get());
            }
            return blocks;
        }

        /** The next sequence number of the aggregate. */
        long next(String aggregate) {
            long next = 0;
            while (visible(keys.get(StoredEvent.key(aggregate, next)), true).isPresent()) {
                next++;
            }
            return next;
        }
    }

    private final Random random;
    private Member primary = new Member(List.of(), 0);
    private Member deposed = primary;

    ReplicaSet(Random random) {
        this.random = random;
    }

    /** The server that a client takes for the primary. */
    Member reached() {
        return random.nextInt(4) == 0 ? deposed : primary;
    }

    /** Lets the majority catch up by some blocks. */
    void replicate() {
        primary.replicate(primary.majority + random.nextInt(primary.oplog.size() - primary.majority + 1));
    }

    /** Another server becomes primary: it has what the majority has, perhaps more; the rest is rolled back. */
    void failOver() {
        deposed = primary;
        int kept = deposed.majority + random.nextInt(deposed.oplog.size() - deposed.majority + 1);
        primary = new Member(deposed.oplog.subList(0, kept), deposed.majority);
    }

    /** Back to one primary, with every server up to date. */
    void heal() {
        deposed = primary;
        primary.replicate(primary.oplog.size());
    }

    List<RawBsonDocument> log() {
        return primary.oplog.stream().map(Entry::document).toList();
    }
}
