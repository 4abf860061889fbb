package io.holdfast.benchmarks.eventlog;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Follows a log from its start on a thread of its own and records when each event arrives. */
final class Projection implements AutoCloseable {
    private record Arrival(String event, long nanos) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final EventStore store;
    private final Thread thread;
    private volatile boolean closed;

    Projection(EventStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name("projection").start(this::run);
    }

    private void run() {
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
            while (!closed) {
                if (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                    arrivals.add(new Arrival(stream.nextAvailable().getIdentifier(), System.nanoTime()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * When the event arrived.
     *
     * @throws IllegalStateException when it does not arrive within the time
     */
    long arrival(String event, Duration atMost) throws InterruptedException {
        Arrival arrival;
        do {
            arrival = arrivals.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (arrival == null) {
                throw new IllegalStateException("An event did not arrive within " + atMost);
            }
        } while (!arrival.event().equals(event));
        return arrival.nanos();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
