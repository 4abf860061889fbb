package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
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
import org.jspecify.annotations.Nullable;

/** A log in its database, for those who verify it, export it or prove an event of it. Nothing is ever written. */
public final class LogArchive {

    private final String name;
    private final SealedBlocks blocks;
    private final MongoCheckpoints checkpoints;
    private final Clock clock;

    /** @param checkpoints their collection; null for the usual one */
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
     * @param client stays the caller's to close
     * @param collection of the blocks
     */
    public static LogArchive of(MongoClient client, String database, String collection) {
        return new LogArchive(client.getDatabase(database), collection, null, Clock.systemUTC());
    }

    /** The name of the collection of checkpoints that belongs to a collection of blocks. */
    static String checkpointsOf(String collection) {
        return collection + "_checkpoints";
    }

    /** The log as it stands now; what is appended later is not part of it. Reads as it is read. */
    public LogSource now() {
        // The time and the checkpoints before the blocks: a block that comes in between must not make its checkpoint
        // look wrong.
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
        LogBlock block = blocks.holding(eventId)
                .orElseThrow(() -> new BadInputException("there is no event with the identifier " + eventId));
        int index = 0;
        while (!block.events().get(index).id().equals(eventId)) {
            index++;
        }
        List<Checkpoint> handovers = new ArrayList<>();
        Checkpoint covering = covering(block.number(), handovers);
        return Proof.of(block, index, headers(block.number(), covering.block()), handovers, covering);
    }

    private Checkpoint covering(long block, List<Checkpoint> handovers) {
        long last = checkpoints.last().map(Checkpoint::number).orElse(-1L);
        for (Iterator<Checkpoint> all = checkpoints.between(-1, last); all.hasNext(); ) {
            Checkpoint checkpoint = all.next();
            if (checkpoint.block() >= block) {
                return checkpoint;
            }
            if (checkpoint.nextKey() != null) {
                handovers.add(checkpoint);
            }
        }
        throw new BadInputException("no checkpoint covers the event yet; try again after the next one");
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
