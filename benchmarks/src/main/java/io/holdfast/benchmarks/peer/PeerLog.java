package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.Commit;
import io.holdfast.benchmarks.sample.LogPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One log of a peer, open. Every method but {@link #append} and {@link #load} is called by one thread. */
public interface PeerLog extends AutoCloseable {
    /** Returns when the commit is durable. */
    void append(Commit commit);

    /** Brings a whole plan in by the fastest way that leaves the same behind as appending it. */
    void fill(LogPlan plan);

    /** Reads the log from its start, payloads included, until its end or until time is up; the number of events read. */
    long replay(Duration atMost);

    /** Reads the events of an aggregate, payloads included; how many there were. */
    long load(String aggregate);

    /** Its event store, when projections can follow it. */
    default Optional<EventStore> store() {
        return Optional.empty();
    }

    /** The same log as another process has it: own connections, nothing shared in memory. */
    default Optional<PeerLog> elsewhere() {
        return Optional.empty();
    }

    /** On the disk, with indexes. */
    default OptionalLong bytesOnDisk() {
        return OptionalLong.empty();
    }

    /** Live heap of the embedded server, after a collection. */
    default OptionalLong serverHeap() {
        return OptionalLong.empty();
    }

    /** Of a server beside this process, in nanoseconds; 0 when there is none, empty when it cannot be asked. */
    default OptionalLong serverProcessorTime() {
        return OptionalLong.of(0);
    }

    /** Closes it; what it kept on the disk may be deleted then. */
    @Override
    void close();
}
