package io.holdfast.eventstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on a MongoDB collection of blocks. One insert writes the events of many units of work; their
 * order is the order of the blocks, without gaps and without clocks.
 *
 * <p>Within a unit of work events are serialized and gathered, and written in the commit phase of its root; outside of one
 * they are written at once. An append returns when the majority has the block in its journal. It throws
 *
 * <ul>
 *   <li>{@code ConcurrencyException} or, for sequence number 0, {@code AggregateStreamCreationException} when the log holds
 *       an event with this aggregate and sequence number, or this identifier;
 *   <li>{@link CommitTooLargeException} before anything is sent;
 *   <li>{@link OutcomeUnknownException} when time runs out and the events may be stored;
 *   <li>{@link NotStoredException} when time runs out, or the log is closed, and they are not.
 * </ul>
 *
 * <p>Sequence numbers of an aggregate are taken to be contiguous, as Axon's repositories make them.
 */
public final class BlockEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private final String bufferKey = BlockEventStorageEngine.class.getName() + "/" + UUID.randomUUID();
    private final LogStore store;
    private final SnapshotStore snapshots;
    private final BlockLimits limits;
    private final Duration appendTimeout;
    private final EventLogMetrics metrics;
    private final Runnable onReplaced;
    private final Tail tail;
    private final Committer committer;

    private BlockEventStorageEngine(Builder builder, LogStore store, SnapshotStore snapshots) {
        super(builder);
        this.store = store;
        this.snapshots = snapshots;
        this.limits = builder.limits;
        this.appendTimeout = builder.appendTimeout;
        this.metrics = builder.metrics;
        this.onReplaced = builder.onReplaced;
        this.tail = new Tail(store, builder.pollInterval, builder.lookInterval, builder.cacheBytes, this::replaced);
        var protocol = new CommitterProtocol(limits, this::conflict, builder.random, new Announcer());
        this.committer = new Committer(
                protocol, store, builder.appendTimeout, builder.lookInterval, this::replacedUnderTheCommitter);
        metrics.tail(tail::position, tail::lag);
        tail.start();
    }

    /** In this order: what is decided from now on is decided on the log that is there, what waits was not. */
    private void replaced() {
        onReplaced.run();
        committer.forgetTheLog();
    }

    private void replacedUnderTheCommitter() {
        tail.forgetTheLog();
        replaced();
    }

    /** A builder; the client and the database name are required. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        List<EncodedEvent> encoded = events.stream()
                .<EncodedEvent>map(event -> new EncodedEvent(event, serializer))
                .toList();
        UnitOfWork<?> root =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root() : null;
        if (root == null || root.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            commit(encoded, root);
            return;
        }
        List<EncodedEvent> buffer = root.getOrComputeResource(bufferKey, _ -> {
            List<EncodedEvent> fresh = new ArrayList<>();
            root.onCommit(unitOfWork -> commit(fresh, unitOfWork));
            return fresh;
        });
        buffer.addAll(encoded);
    }

    private void commit(List<EncodedEvent> events, @Nullable UnitOfWork<?> unitOfWork) {
        if (events.isEmpty()) {
            return;
        }
        var commit = new Commit(events);
        limits.check(commit);
        EncodedEvent repeated = commit.repeated();
        if (repeated != null) {
            throw conflict(new DuplicateEventException(repeated), repeated);
        }
        long start = System.nanoTime();
        committer.submit(commit);
        long position = commit.await(appendTimeout);
        metrics.appended(Duration.ofNanos(System.nanoTime() - start), events.size());
        CommitPositions.committed(unitOfWork, position);
    }

    /** What Axon expects of an event that lost; its base class throws it, the committer's thread must not. */
    private RuntimeException conflict(RuntimeException cause, EncodedEvent event) {
        try {
            handlePersistenceException(cause, event.message);
            return cause;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return new DomainBatch(store.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize));
    }

    /** Whole blocks, so the batch may be larger than asked for; empty only at the end of the log. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long position = LogPosition.after(lastToken);
        long block = LogPosition.block(position);
        int index = LogPosition.index(position);
        List<TrackedEventData<?>> events = new ArrayList<>();
        long bytes = 0;
        while (events.size() < batchSize && bytes < LogStore.MAX_BYTES) {
            List<Block> blocks = tail.read(block);
            if (blocks.isEmpty()) {
                break;
            }
            for (Block next : blocks) {
                next.eventsFrom(index).forEach(events::add);
                bytes += next.bytes();
                index = 0;
            }
            block = blocks.getLast().number() + 1;
        }
        return events;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot.getAggregateIdentifier(), EventCodec.fromMessage(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        try {
            return snapshots.read(aggregateIdentifier).stream().map(StoredEvent::domainData);
        } catch (MongoException away) {
            return Stream.empty(); // the events are read next; if they cannot be read either, that is told once
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var last = store.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Null, Axon's start of the stream. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    /** The last event that the majority has now; null when there is none. */
    @Override
    public @Nullable GlobalSequenceTrackingToken createHeadToken() {
        tail.refresh();
        return LogPosition.token(tail.position());
    }

    /** Just before the first event, in the order of the log, at or after the time; the head when there is none. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        OptionalLong before = new TimeSearch(store).before(StoredEvent.nanos(dateTime), tail.refresh());
        return before.isPresent() ? LogPosition.token(before.getAsLong()) : createHeadToken();
    }

    /** The log from a token on, without end. */
    TrackingEventStream openStream(@Nullable TrackingToken token) {
        long position = LogPosition.after(token);
        tail.refresh();
        return new BlockStream(tail, position, this::messages);
    }

    /** One event that cannot even be made a message must not end the stream for all who read it. */
    private Stream<? extends TrackedEventMessage<?>> messages(Stream<TrackedEventData<?>> stored) {
        List<TrackedEventData<?>> data = stored.toList();
        try {
            return message(data.stream()).toList().stream();
        } catch (RuntimeException oneOfThem) {
            return data.stream().flatMap(this::readable);
        }
    }

    private Stream<? extends TrackedEventMessage<?>> readable(TrackedEventData<?> data) {
        try {
            return message(Stream.of(data)).toList().stream();
        } catch (RuntimeException unreadable) {
            return Stream.of(UnreadableMessage.of(data, unreadable));
        }
    }

    private Stream<? extends TrackedEventMessage<?>> message(Stream<TrackedEventData<?>> data) {
        return EventUtils.upcastAndDeserializeTrackedEvents(data, getEventSerializer(), upcasterChain);
    }

    /** The position of the last event that this process knows of, without asking the database; -1 when it knows of none. */
    public long knownHead() {
        return tail.position();
    }

    /** Refuses further appends and writes those in flight, waiting no longer than an appender would. */
    @Override
    public void close() {
        committer.close();
        tail.close();
    }

    /** A batch that says itself whether there are more: it may be small because its events are large. */
    private static final class DomainBatch extends AbstractList<DomainEventData<?>> {
        private final LogStore.AggregateEvents read;

        DomainBatch(LogStore.AggregateEvents read) {
            this.read = read;
        }

        boolean isLast() {
            return read.last();
        }

        @Override
        public DomainEventData<?> get(int index) {
            return read.events().get(index).domainData();
        }

        @Override
        public int size() {
            return read.events().size();
        }
    }

    private final class Announcer implements CommitterProtocol.Listener {
        @Override
        public void onStored(Draft draft) {
            tail.advance(draft.asBlock());
            metrics.blockStored(draft.commits.size(), draft.events().size(), draft.bytes());
        }

        @Override
        public void onConflict() {
            metrics.conflict();
        }

        @Override
        public void onRaceLost() {
            metrics.raceLost();
        }

        @Override
        public void onRetry() {
            metrics.retried();
        }
    }

    /** Gathers what an engine needs; opens the log, its indexes included, at {@link #build}. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable MongoClient client;
        private String database = "holdfast";
        private String blocks = "events";
        private String snapshotCollection = "snapshots";
        private BlockLimits limits = BlockLimits.DEFAULT;
        private Duration appendTimeout = Duration.ofSeconds(10);
        private Duration pollInterval = Duration.ofMillis(50);
        private Duration lookInterval = Duration.ofSeconds(1);
        private Runnable onReplaced = () -> {};
        private long cacheBytes = 16L * 1024 * 1024;
        private EventLogMetrics metrics = EventLogMetrics.NONE;
        private RandomGenerator random = new Jitter();
        private UnaryOperator<LogStore> interposed = UnaryOperator.identity();
        private @Nullable ServerCapabilities capabilities;

        private Builder() {
            persistenceExceptionResolver(DuplicateEventException.class::isInstance);
            finalAggregateBatchPredicate(batch -> batch instanceof DomainBatch read && read.isLast());
        }

        /** The client; it stays the caller's to close. Required. */
        public Builder client(MongoClient client) {
            this.client = client;
            return this;
        }

        /** The database that holds the log. Default "holdfast". */
        public Builder database(String database) {
            this.database = database;
            return this;
        }

        /** The collection of the blocks. Default "events". */
        public Builder collection(String blocks) {
            this.blocks = blocks;
            return this;
        }

        /** The collection of the snapshots. Default "snapshots". */
        public Builder snapshotCollection(String snapshotCollection) {
            this.snapshotCollection = snapshotCollection;
            return this;
        }

        /** How much goes into one block. */
        public Builder limits(BlockLimits limits) {
            this.limits = limits;
            return this;
        }

        /** How long an appender waits for its answer, and closing for what is in flight. Default 10 s. */
        public Builder appendTimeout(Duration appendTimeout) {
            this.appendTimeout = appendTimeout;
            return this;
        }

        /** How often to look for other processes' events while a stream is open. Default 50 ms. */
        public Builder pollInterval(Duration pollInterval) {
            this.pollInterval = pollInterval;
            return this;
        }

        /** How often to look whether the log is still the one that this process knows, while it is used. Default 1 s. */
        Builder lookInterval(Duration lookInterval) {
            this.lookInterval = lookInterval;
            return this;
        }

        /**
         * Called when the log turns out to have been restored or replaced under the engine, before anything more is written:
         * what is kept in memory of its aggregates is not true any more. Must be quick.
         */
        public Builder onReplaced(Runnable onReplaced) {
            this.onReplaced = onReplaced;
            return this;
        }

        /** How many bytes of the latest blocks are kept for the streams at the end of the log. Default 16 MB. */
        public Builder cacheBytes(long cacheBytes) {
            this.cacheBytes = cacheBytes;
            return this;
        }

        Builder metrics(EventLogMetrics metrics) {
            this.metrics = metrics;
            return this;
        }

        Builder interposed(UnaryOperator<LogStore> interposed) {
            this.interposed = interposed;
            return this;
        }

        Builder capabilities(ServerCapabilities capabilities) {
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
            var log = new MongoLogStore(in, blocks, can);
            log.ensureIndexes();
            return new BlockEventStorageEngine(this, interposed.apply(log), new SnapshotStore(in, snapshotCollection));
        }

        /** The generator of whichever thread asks. */
        private static final class Jitter implements RandomGenerator {
            @Override
            public long nextLong() {
                return ThreadLocalRandom.current().nextLong();
            }
        }
    }
}
