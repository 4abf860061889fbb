package io.holdfast.projection.support;

import io.holdfast.projection.support.Batch.Plan;
import io.holdfast.runtime.json.EventNames;
import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.log.UnreadEvents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one unit of work, folded one by one. An event that cannot be read or folded changes nothing: it is
 * parked with all later events of its aggregate, and the others go on.
 */
final class FoldingBatch implements PendingWrites {
    private static final Logger LOG = LoggerFactory.getLogger(FoldingBatch.class);

    private final Projection projection;
    private final Generation generation;
    private final Function<Plan, Batch> batches;
    private final Batch batch;
    private final ParkedEvents parkedEvents;
    private final SegmentState segment;
    private final Set<String> parkedBefore;
    private final int maxTold;
    private final InstantSource clock;
    private final List<Delivered> delivered = new ArrayList<>();
    private final List<ParkedEvent> parkedNow = new ArrayList<>();
    private final Set<String> parkedAggregates = new HashSet<>();

    private record Delivered(DomainEventMessage<?> message, long position) {}

    FoldingBatch(
            Projection projection,
            Generation generation,
            Function<Plan, Batch> batches,
            Plan plan,
            ParkedEvents parkedEvents,
            SegmentState segment,
            int maxTold,
            InstantSource clock) {
        this.projection = projection;
        this.generation = generation;
        this.batches = batches;
        this.batch = batches.apply(plan);
        this.parkedEvents = parkedEvents;
        this.segment = segment;
        this.maxTold = maxTold;
        this.clock = clock;
        parkedBefore = segment.parked(
                () -> parkedEvents.any(generation), () -> parkedEvents.parked(generation, plan.aggregates()));
    }

    void fold(DomainEventMessage<?> message, long position) {
        delivered.add(new Delivered(message, position));
        fold(message, position, batch);
    }

    private void fold(DomainEventMessage<?> message, long position, Batch into) {
        String aggregate = message.getAggregateIdentifier();
        if (parkedBefore.contains(aggregate) || parkedAggregates.contains(aggregate)) {
            parkedNow.add(parked(message, position, null));
            return;
        }
        try {
            ProjectedEvent event = projected(message, position);
            into.begin(event);
            projection.on(event, into);
        } catch (ReadModelUnavailableException noFaultOfTheEvent) {
            throw noFaultOfTheEvent;
        } catch (RuntimeException poison) {
            // Whatever a projection throws must stop this aggregate only.
            into.revert();
            park(message, position, poison);
        }
    }

    private void park(DomainEventMessage<?> message, long position, RuntimeException poison) {
        ParkedEvent parked = parked(message, position, UnreadEvents.reason(poison));
        parkedNow.add(parked);
        parkedAggregates.add(parked.aggregate());
        tell(parked, segment.parkedOneMore());
        LOG.debug("Why event {} cannot be folded in", parked.id(), poison);
    }

    /** Logs one line per parked aggregate, until there are so many that they are reported as one failure. */
    private void tell(ParkedEvent parked, int inAll) {
        if (inAll <= maxTold) {
            LOG.warn(
                    "Projection {} parks {}: event {} ({}, position {}) cannot be folded in: {}. The others go on;"
                            + " when it is mended, POST /api/v1/admin/projections/{}/retry",
                    generation.label(),
                    parked.aggregate(),
                    parked.version(),
                    parked.type(),
                    parked.position(),
                    parked.cause(),
                    projection.name());
        } else if (inAll == maxTold + 1) {
            LOG.error(
                    "Projection {} has parked more than {} aggregates, the last one {}: {}. Further ones are parked"
                            + " without a line each; the others go on. See GET /api/v1/admin/readers/{}/parked",
                    generation.label(),
                    maxTold,
                    parked.aggregate(),
                    parked.cause(),
                    projection.name());
        }
    }

    @Override
    public int flush() {
        try {
            flush(batch);
        } catch (RefusedDocumentException ofOneEvent) {
            oneByOne();
        }
        segment.handled(delivered.size());
        return delivered.size();
    }

    private void flush(Batch some) {
        if (!parkedNow.isEmpty()) {
            parkedEvents.add(parkedNow);
        }
        some.flush();
        parkedBefore.addAll(parkedAggregates);
    }

    /** A document was refused: writes after each event to find out which event caused it. Earlier writes stay. */
    private void oneByOne() {
        parkedNow.clear();
        parkedAggregates.clear();
        for (Delivered each : delivered) {
            String aggregate = each.message().getAggregateIdentifier();
            Batch single = batches.apply(new Plan(Set.of(aggregate), Set.of(), true));
            try {
                fold(each.message(), each.position(), single);
                single.flush();
            } catch (RefusedDocumentException poison) {
                park(each.message(), each.position(), poison);
            }
        }
        if (!parkedNow.isEmpty()) {
            parkedEvents.add(parkedNow);
        }
        parkedBefore.addAll(parkedAggregates);
    }

    @Override
    public LogMark last() {
        return delivered.isEmpty()
                ? LogMark.START
                : new LogMark(
                        delivered.getLast().position(),
                        delivered.getLast().message().getIdentifier());
    }

    private ParkedEvent parked(DomainEventMessage<?> message, long position, @Nullable String cause) {
        return new ParkedEvent(
                generation,
                message.getAggregateIdentifier(),
                message.getIdentifier(),
                UnreadEvents.type(message),
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
