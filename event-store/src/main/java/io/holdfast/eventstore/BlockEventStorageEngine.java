package io.holdfast.eventstore;

import com.mongodb.MongoException;
import io.holdfast.eventstore.api.CommitTooLargeException;
import io.holdfast.eventstore.api.NotStoredException;
import io.holdfast.eventstore.api.OutcomeUnknownException;
import io.holdfast.eventstore.append.Appender;
import io.holdfast.eventstore.append.LogWriter;
import io.holdfast.eventstore.block.EventCodec;
import io.holdfast.eventstore.block.StoredEvent;
import io.holdfast.eventstore.read.AggregateBatch;
import io.holdfast.eventstore.read.EventStream;
import io.holdfast.eventstore.read.LogReader;
import io.holdfast.eventstore.read.SnapshotStore;
import io.holdfast.eventstore.read.Tail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on a MongoDB collection of blocks. One insert writes the events of many units of work. Events
 * are ordered by block number, which has no gaps and does not depend on clocks.
 *
 * <p>Within a unit of work events are serialized and buffered, then written in the commit phase of its root; without
 * one they are written at once. An append returns when the majority has the block in its journal. It throws
 *
 * <ul>
 *   <li>{@code ConcurrencyException} or, for sequence number 0, {@code AggregateStreamCreationException} when the log holds
 *       an event with this aggregate and sequence number, or this identifier;
 *   <li>{@link CommitTooLargeException} before anything is sent, when the commit is too large for a block;
 *   <li>{@link OutcomeUnknownException} on timeout when the events may be stored;
 *   <li>{@link NotStoredException} on timeout, or when the log is closed, and they are certainly not stored.
 * </ul>
 *
 * <p>Assumes that the sequence numbers of an aggregate are contiguous, as Axon's repositories make them.
 */
public final class BlockEventStorageEngine extends BatchingEventStorageEngine implements AutoCloseable {

    private final LogReader log;
    private final SnapshotStore snapshots;
    private final Runnable onReplaced;
    private final Tail tail;
    private final EventStream stream;
    private final Appender appender;

    BlockEventStorageEngine(EngineBuilder builder, LogWriter writer, LogReader log, SnapshotStore snapshots) {
        super(builder);
        this.log = log;
        this.snapshots = snapshots;
        this.onReplaced = builder.onReplaced;
        this.tail = new Tail(log, builder.pollInterval, builder.lookInterval, builder.cacheBytes, this::replaced);
        this.stream = new EventStream(tail, log, getEventSerializer(), upcasterChain);
        this.appender = new Appender(
                writer,
                builder.limits,
                builder.appendTimeout,
                builder.metrics,
                tail::advance,
                this::conflict,
                builder.lookInterval,
                this::replacedUnderTheAppender);
        builder.metrics.tail(tail::position, tail::lag);
        tail.start();
    }

    /**
     * The order matters: first the caches are dropped, so new decisions use the new log; then waiting commits are
     * refused.
     */
    private void replaced() {
        onReplaced.run();
        appender.forgetTheLog();
    }

    private void replacedUnderTheAppender() {
        tail.forgetTheLog();
        replaced();
    }

    /** A builder; the client and the database name are required. */
    public static EngineBuilder builder() {
        return new EngineBuilder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        appender.append(events, serializer);
    }

    /**
     * The exception that Axon expects for a conflicting event. Axon's base class throws it; the committer's thread must
     * not throw.
     */
    private RuntimeException conflict(RuntimeException cause, EventMessage<?> event) {
        try {
            handlePersistenceException(cause, event);
            return cause;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return new AggregateBatch(log.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize));
    }

    /** Returns whole blocks, so the batch may be larger than requested; empty only at the end of the log. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return stream.after(lastToken, batchSize);
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
            return Stream.empty(); // the next read fetches the events; if that fails too, its error is logged once
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var last = log.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Null, Axon's start of the stream. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    /** The token of the last majority-committed event; null when there is none. */
    @Override
    public @Nullable GlobalSequenceTrackingToken createHeadToken() {
        return stream.head();
    }

    /** Just before the first event, in the order of the log, at or after the time; the head when there is none. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return stream.at(dateTime);
    }

    /** An endless stream of the log from a token on. */
    TrackingEventStream openStream(@Nullable TrackingToken token) {
        return stream.open(token);
    }

    /** The position of the last event known to this process, without a query; -1 when it knows none. */
    public long knownHead() {
        return tail.position();
    }

    /** Refuses further appends and writes those in flight; waits no longer than an appender would. */
    @Override
    public void close() {
        appender.close();
        tail.close();
    }
}
