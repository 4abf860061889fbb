package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One open log of a peer. Every method but {@link #append} and {@link #load} is called by one thread. */
public interface PeerLog extends AutoCloseable {
    /** Returns when the commit is durable. */
    void append(Commit commit);

    /** Fills the log with a whole plan in the fastest way that leaves the same data as appending it. */
    void fill(LogPlan plan);

    /**
     * Reads the log from its start, payloads included, until its end or the time limit; returns the number of events
     * read.
     */
    long replay(Duration atMost);

    /** Reads the events of an aggregate, payloads included; returns their number. */
    long load(String aggregate);

    /** Its event store, if projections can follow it. */
    default Optional<EventStore> store() {
        return Optional.empty();
    }

    /** The same log as seen by another process: its own connections, nothing shared in memory. */
    default Optional<PeerLog> elsewhere() {
        return Optional.empty();
    }

    /** Its size on disk, including indexes. */
    default OptionalLong bytesOnDisk() {
        return OptionalLong.empty();
    }

    /** The live heap of the embedded server, after a garbage collection. */
    default OptionalLong serverHeap() {
        return OptionalLong.empty();
    }

    /**
     * The CPU time of a separate server process, in nanoseconds; 0 when there is none, empty when it cannot be read.
     */
    default OptionalLong serverProcessorTime() {
        return OptionalLong.of(0);
    }

    /** Closes the log; its files may be deleted afterwards. */
    @Override
    void close();
}
