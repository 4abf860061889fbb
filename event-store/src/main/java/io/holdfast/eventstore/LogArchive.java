package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.audit.MongoCheckpoints;
import io.holdfast.eventstore.audit.SealedBlocks;
import io.holdfast.eventstore.integrity.BadInputException;
import io.holdfast.eventstore.integrity.Checkpoint;
import io.holdfast.eventstore.integrity.ExportHeader;
import io.holdfast.eventstore.integrity.LogBlock;
import io.holdfast.eventstore.integrity.LogHeader;
import io.holdfast.eventstore.integrity.LogSource;
import io.holdfast.eventstore.integrity.Proof;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read access to a log in its database, for verifying, exporting and proving events. Never writes. */
public final class LogArchive {

    private final String name;
    private final SealedBlocks blocks;
    private final MongoCheckpoints checkpoints;
    private final Clock clock;
    private final List<Checkpoint> handovers = new ArrayList<>();
    private long handoversUpTo = -1;

    /** @param checkpoints the collection of the checkpoints; null for the default one */
    LogArchive(MongoDatabase database, String collection, @Nullable String checkpoints, Clock clock) {
        this.name = database.getName() + "." + collection;
        this.blocks = new SealedBlocks(database, collection);
        this.checkpoints =
                new MongoCheckpoints(database, checkpoints == null ? checkpointsOf(collection) : checkpoints);
        this.clock = clock;
    }

    /**
     * The archive of a log.
     *
     * @param client the caller closes it
     * @param collection of the blocks
     */
    public static LogArchive of(MongoClient client, String database, String collection) {
        return new LogArchive(client.getDatabase(database), collection, null, Clock.systemUTC());
    }

    /** The default name of the checkpoint collection for a collection of blocks. */
    static String checkpointsOf(String collection) {
        return collection + "_checkpoints";
    }

    /** The log as it stands now, without blocks appended later. Blocks are read lazily. */
    public LogSource now() {
        // Take the time and the checkpoints before the blocks: a block that arrives in between must not make its
        // checkpoint look wrong.
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long lastCheckpoint = checkpoints.last().map(Checkpoint::number).orElse(-1L);
        long lastBlock = blocks.last();
        var header = new ExportHeader(ExportHeader.VERSION, name, lastBlock + 1, lastCheckpoint + 1, at);
        return new Snapshot(header, lastBlock, lastCheckpoint);
    }

    /**
     * Proves that an event is in the log.
     *
     * @param eventId its identifier
     * @throws BadInputException when no checkpoint covers it yet, or there is no such event
     */
    public Proof prove(String eventId) {
        return proof(holding(eventId), eventId)
                .orElseThrow(() ->
                        new BadInputException("no checkpoint covers the event yet; try again after the next one"));
    }

    /** The block of an event. @throws BadInputException when there is no such event */
    LogBlock holding(String eventId) {
        return blocks.holding(eventId)
                .orElseThrow(() -> new BadInputException("there is no event with the identifier " + eventId));
    }

    /** The proof of an event of a block; empty when no checkpoint covers it yet. */
    Optional<Proof> proof(LogBlock block, String eventId) {
        return covering(block.number())
                .map(covering -> Proof.of(
                        block,
                        index(block, eventId),
                        headers(block.number(), covering.block()),
                        handoversBefore(covering.number()),
                        covering));
    }

    /** @throws BadInputException when the event is not in the block */
    static int index(LogBlock block, String eventId) {
        for (int index = 0; index < block.events().size(); index++) {
            if (block.events().get(index).id().equals(eventId)) {
                return index;
            }
        }
        throw new BadInputException("block " + block.number() + " does not hold the event " + eventId);
    }

    /**
     * The first checkpoint that covers a block. Binary search works: numbers are dense, and no checkpoint covers less
     * than the one before.
     */
    private Optional<Checkpoint> covering(long block) {
        Checkpoint last = checkpoints.last().orElse(null);
        if (last == null || last.block() < block) {
            return Optional.empty();
        }
        long low = 0;
        Checkpoint covering = last;
        while (low < covering.number()) {
            long middle = low + (covering.number() - low) / 2;
            Checkpoint probe = numbered(middle);
            if (probe.block() >= block) {
                covering = probe;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(covering);
    }

    private Checkpoint numbered(long number) {
        Iterator<Checkpoint> one = checkpoints.between(number - 1, number);
        if (!one.hasNext()) {
            throw new BadInputException("checkpoint " + number + " is missing; verify the log");
        }
        return one.next();
    }

    /** The handovers before a checkpoint. Reads each checkpoint from the database once and caches the handovers. */
    private synchronized List<Checkpoint> handoversBefore(long number) {
        for (Iterator<Checkpoint> more = checkpoints.between(handoversUpTo, number - 1); more.hasNext(); ) {
            Checkpoint checkpoint = more.next();
            handoversUpTo = checkpoint.number();
            if (checkpoint.nextKey() != null) {
                handovers.add(checkpoint);
            }
        }
        return handovers.stream().filter(handover -> handover.number() < number).toList();
    }

    private List<LogHeader> headers(long first, long last) {
        List<LogHeader> headers = new ArrayList<>();
        while (first + headers.size() <= last) {
            List<LogHeader> more = blocks.headers(first + headers.size());
            if (more.isEmpty()) {
                throw new BadInputException("the log ends before block " + last + "; verify it");
            }
            headers.addAll(more);
        }
        return headers.subList(0, Math.toIntExact(last - first + 1));
    }

    private final class Snapshot implements LogSource {
        private final ExportHeader header;
        private final long lastBlock;
        private final long lastCheckpoint;

        Snapshot(ExportHeader header, long lastBlock, long lastCheckpoint) {
            this.header = header;
            this.lastBlock = lastBlock;
            this.lastCheckpoint = lastCheckpoint;
        }

        @Override
        public ExportHeader header() {
            return header;
        }

        @Override
        public Iterator<LogBlock> blocks() {
            return blocks.upTo(lastBlock);
        }

        @Override
        public Iterator<Checkpoint> checkpoints() {
            return checkpoints.between(-1, lastCheckpoint);
        }

        @Override
        public void close() {
            // the client is the caller's
        }
    }
}
