package io.holdfast.benchmarks.peer;

import io.holdfast.benchmarks.sample.LogPlan;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Axon's in-memory engine for tests. */
final class InMemoryLog extends EngineLog {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();

    @Override
    protected EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void fill(LogPlan plan) {
        plan.commits().forEach(this::append);
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
