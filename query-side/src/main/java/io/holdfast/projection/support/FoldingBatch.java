package io.holdfast.projection.support;

import io.holdfast.runtime.json.EventNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one unit of work, folded one by one. An event that cannot be folded changes nothing; it is parked, and with
 * it whatever follows of the same aggregate, so that the others go on.
 */
final class FoldingBatch implements PendingWrites {
    private static final Logger log = LoggerFactory.getLogger(FoldingBatch.class);

    private final Projection projection;
    private final Generation generation;
    private final Batch batch;
    private final ParkedEvents parkedEvents;
    private final SegmentState segment;
    private final Set<String> parkedBefore;
    private final int maxParked;
    private final InstantSource clock;
    private final List<ParkedEvent> parkedNow = new ArrayList<>();
    private final Set<String> parkedAggregates = new HashSet<>();
    private int events;

    FoldingBatch(
            Projection projection,
            Generation generation,
            Batch batch,
            ParkedEvents parkedEvents,
            SegmentState segment,
            int maxParked,
            InstantSource clock) {
        this.projection = projection;
        this.generation = generation;
        this.batch = batch;
        this.parkedEvents = parkedEvents;
        this.segment = segment;
        this.maxParked = maxParked;
        this.clock = clock;
        parkedBefore = segment.parked(() -> parkedEvents.aggregates(generation));
    }

    void fold(DomainEventMessage<?> message, long position) {
        events++;
        String aggregate = message.getAggregateIdentifier();
        if (parkedBefore.contains(aggregate) || parkedAggregates.contains(aggregate)) {
            parkedNow.add(parked(message, position, null));
            return;
        }
        try {
            ProjectedEvent event = projected(message, position);
            batch.begin(event);
            projection.on(event, batch);
        } catch (ReadModelUnavailableException noFaultOfTheEvent) {
            throw noFaultOfTheEvent;
        } catch (RuntimeException poison) {
            // Whatever a projection throws must stop this aggregate and nothing else.
            batch.revert();
            park(message, position, poison);
        }
    }

    private void park(DomainEventMessage<?> message, long position, RuntimeException poison) {
        ParkedEvent parked = parked(message, position, poison.toString());
        if (parkedBefore.size() + parkedAggregates.size() >= maxParked) {
            throw new IllegalStateException(
                    "Projection " + projection.name() + " has " + maxParked
                            + " parked aggregates and stops rather than park " + parked.aggregate(),
                    poison);
        }
        parkedNow.add(parked);
        parkedAggregates.add(parked.aggregate());
        log.error(
                "Projection {} cannot fold event {} ({}, version {} of {}, position {}). Its aggregate is parked; the others"
                        + " go on. Mend the projection, then POST /api/v1/admin/projections/{}/retry",
                generation.label(),
                parked.id(),
                parked.type(),
                parked.version(),
                parked.aggregate(),
                position,
                projection.name(),
                poison);
    }

    @Override
    public int flush() {
        if (!parkedNow.isEmpty()) {
            parkedEvents.add(parkedNow);
        }
        batch.flush();
        parkedBefore.addAll(parkedAggregates);
        segment.handled(events);
        return events;
    }

    private ParkedEvent parked(
            DomainEventMessage<?> message, long position, @org.jspecify.annotations.Nullable String cause) {
        return new ParkedEvent(
                generation,
                message.getAggregateIdentifier(),
                message.getIdentifier(),
                message.getPayloadType().getSimpleName(),
                message.getSequenceNumber() + 1,
                position,
                clock.instant(),
                cause);
    }

    static ProjectedEvent projected(DomainEventMessage<?> message, long position) {
        Object payload = message.getPayload();
        String name = EventNames.of(payload.getClass())
                .map(n -> n.name() + "#" + n.revision())
                .orElseThrow(() -> new IllegalArgumentException("This version does not know the event "
                        + payload.getClass().getName()));
        Map<String, String> metadata = message.getMetaData().entrySet().stream()
                .filter(e -> e.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
        return new ProjectedEvent(
                payload,
                message.getIdentifier(),
                name,
                message.getAggregateIdentifier(),
                message.getSequenceNumber() + 1,
                position,
                message.getTimestamp(),
                metadata);
    }
}
