package io.holdfast.projection.support;

import io.holdfast.shipment.event.ShipmentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** An in-memory log. Its positions have gaps, like those of the real one. */
public final class ListedLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final int STEP = 7;

    private final List<TrackedEventMessage<?>> events = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicLong> versions = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Appends an event; returns its position. */
    public long append(String aggregate, Object payload, Instant at, Map<String, String> metadata) {
        long position;
        synchronized (this) {
            position = (long) events.size() * STEP;
            long sequence =
                    versions.computeIfAbsent(aggregate, _ -> new AtomicLong()).getAndIncrement();
            DomainEventMessage<Object> message = new GenericDomainEventMessage<>(
                    "Aggregate", aggregate, sequence, new GenericMessage<>(payload, metadata), at);
            events.add(new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), message));
        }
        listeners.forEach(Runnable::run);
        return position;
    }

    /** Appends an event of its shipment, at its own time. */
    public long append(ShipmentEvent event) {
        return append(event.shipmentId().value(), event, event.at(), Map.of("actor", "tester"));
    }

    /** Restores an older copy: only the first {@code count} events are left. Nobody may be reading. */
    public synchronized void restoreTo(int count) {
        events.subList(count, events.size()).clear();
        versions.clear();
        events.forEach(e -> versions.computeIfAbsent(
                        ((DomainEventMessage<?>) e).getAggregateIdentifier(), _ -> new AtomicLong())
                .getAndIncrement());
    }

    /** The log as projections see it. */
    public List<ProjectedEvent> events() {
        return List.copyOf(events).stream()
                .map(e -> FoldingBatch.projected((DomainEventMessage<?>) e, ProjectionInvoker.position(e)))
                .toList();
    }

    public long head() {
        return (events.size() - 1L) * STEP - (events.isEmpty() ? 1 - STEP : 0);
    }

    @Override
    public TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.isEmpty() ? null : new GlobalSequenceTrackingToken(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        long seen = token == null ? -1 : token.position().orElseThrow();
        return new Reader((int) Math.floorDiv(seen, STEP) + 1);
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int next;
        private Runnable listener = () -> {};

        Reader(int next) {
            this.next = next;
        }

        @Override
        public synchronized Optional<TrackedEventMessage<?>> peek() {
            return next < events.size() ? Optional.of(events.get(next)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public synchronized TrackedEventMessage<?> nextAvailable() {
            return events.get(next++);
        }

        @Override
        public void close() {
            listeners.remove(listener);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            listener = callback;
            listeners.add(callback);
            return true;
        }
    }
}
