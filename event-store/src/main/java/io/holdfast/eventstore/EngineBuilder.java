package io.holdfast.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.holdfast.eventstore.append.BlockLimits;
import io.holdfast.eventstore.append.DuplicateEventException;
import io.holdfast.eventstore.append.LogWriter;
import io.holdfast.eventstore.append.MongoLogWriter;
import io.holdfast.eventstore.block.BlockCollection;
import io.holdfast.eventstore.block.ServerCapabilities;
import io.holdfast.eventstore.metrics.EventLogMetrics;
import io.holdfast.eventstore.read.AggregateBatch;
import io.holdfast.eventstore.read.LogReader;
import io.holdfast.eventstore.read.MongoLogReader;
import io.holdfast.eventstore.read.SnapshotStore;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Collects the settings of an engine; {@link #build} opens the log and creates its indexes. */
public final class EngineBuilder extends BatchingEventStorageEngine.Builder {

    private @Nullable MongoClient client;
    private String database = "holdfast";
    private String blocks = "events";
    private String snapshotCollection = "snapshots";
    BlockLimits limits = BlockLimits.DEFAULT;
    Duration appendTimeout = Duration.ofSeconds(10);
    Duration pollInterval = Duration.ofMillis(50);
    Duration lookInterval = Duration.ofSeconds(1);
    Runnable onReplaced = () -> {};
    long cacheBytes = 16L * 1024 * 1024;
    EventLogMetrics metrics = EventLogMetrics.NONE;
    private UnaryOperator<LogWriter> writing = UnaryOperator.identity();
    private UnaryOperator<LogReader> reading = UnaryOperator.identity();
    private @Nullable ServerCapabilities capabilities;

    EngineBuilder() {
        persistenceExceptionResolver(DuplicateEventException.class::isInstance);
        finalAggregateBatchPredicate(batch -> batch instanceof AggregateBatch read && read.isLast());
    }

    /** The client; the caller closes it. Required. */
    public EngineBuilder client(MongoClient client) {
        this.client = client;
        return this;
    }

    /** The database that holds the log. Default "holdfast". */
    public EngineBuilder database(String database) {
        this.database = database;
        return this;
    }

    /** The collection of the blocks. Default "events". */
    public EngineBuilder collection(String blocks) {
        this.blocks = blocks;
        return this;
    }

    /** The collection of the snapshots. Default "snapshots". */
    public EngineBuilder snapshotCollection(String snapshotCollection) {
        this.snapshotCollection = snapshotCollection;
        return this;
    }

    /** How much goes into one block. */
    public EngineBuilder limits(BlockLimits limits) {
        this.limits = limits;
        return this;
    }

    /** How long an appender waits for its answer, and how long closing waits for commits in flight. Default 10 s. */
    public EngineBuilder appendTimeout(Duration appendTimeout) {
        this.appendTimeout = appendTimeout;
        return this;
    }

    /** How often an open stream polls for events of other processes. Default 50 ms. */
    public EngineBuilder pollInterval(Duration pollInterval) {
        this.pollInterval = pollInterval;
        return this;
    }

    /** How often to check, while the log is in use, that it has not been replaced. Default 1 s. */
    EngineBuilder lookInterval(Duration lookInterval) {
        this.lookInterval = lookInterval;
        return this;
    }

    /**
     * Called when the log turns out to have been restored or replaced under the engine, before anything more is
     * written: cached aggregates are stale from then on. Must be quick.
     */
    public EngineBuilder onReplaced(Runnable onReplaced) {
        this.onReplaced = onReplaced;
        return this;
    }

    /** How many bytes of the latest blocks are cached for streams at the end of the log. Default 16 MB. */
    public EngineBuilder cacheBytes(long cacheBytes) {
        this.cacheBytes = cacheBytes;
        return this;
    }

    EngineBuilder metrics(EventLogMetrics metrics) {
        this.metrics = metrics;
        return this;
    }

    /** Wraps the writer that the committer uses. */
    EngineBuilder writing(UnaryOperator<LogWriter> writing) {
        this.writing = writing;
        return this;
    }

    /** Wraps the reader that streams and loads use. */
    EngineBuilder reading(UnaryOperator<LogReader> reading) {
        this.reading = reading;
        return this;
    }

    EngineBuilder capabilities(ServerCapabilities capabilities) {
        this.capabilities = capabilities;
        return this;
    }

    /**
     * Opens the log.
     *
     * @throws IllegalStateException when no client is set, or the log's collection is sharded
     */
    public BlockEventStorageEngine build() {
        MongoClient from = client;
        if (from == null) {
            throw new IllegalStateException("The log needs a MongoClient");
        }
        MongoDatabase in = from.getDatabase(database);
        ServerCapabilities can = capabilities == null ? ServerCapabilities.ask(in) : capabilities;
        can.refuseSharded(from, database, blocks);
        var log = new BlockCollection(in, blocks, can);
        log.ensureIndexes();
        return new BlockEventStorageEngine(
                this,
                writing.apply(new MongoLogWriter(log)),
                reading.apply(new MongoLogReader(log)),
                new SnapshotStore(in, snapshotCollection));
    }
}
