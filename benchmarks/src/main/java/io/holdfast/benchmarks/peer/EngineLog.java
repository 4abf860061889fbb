package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.Commit;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The shared base of all peers that are an {@link EventStorageEngine}. */
abstract class EngineLog implements PeerLog {
    private static final int EVENTS_BETWEEN_LOOKS_AT_THE_CLOCK = 64;

    protected abstract EventStorageEngine engine();

    @Override
    public void append(Commit commit) {
        engine().appendEvents(commit.events());
    }

    @Override
    public long replay(Duration atMost) {
        return drain(engine().readEvents(null, false).iterator(), atMost);
    }

    static long drain(Iterator<? extends EventMessage<?>> events, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        long read = 0;
        while (events.hasNext()) {
            Objects.requireNonNull(events.next().getPayload());
            if (++read % EVENTS_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && System.nanoTime() > until) {
                break;
            }
        }
        return read;
    }

    @Override
    public long load(String aggregate) {
        return engine().readEvents(aggregate)
                .asStream()
                .filter(event -> event.getPayload() != null)
                .count();
    }
}
