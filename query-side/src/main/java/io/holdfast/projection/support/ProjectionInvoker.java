package io.holdfast.projection.support;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Passes the events of a processor to its projection; all events of one aggregate belong to one segment. */
final class ProjectionInvoker implements EventHandlerInvoker {
    private final Projection projection;
    private final Generation generation;
    private final ReadModelStore store;
    private final ParkedEvents parked;
    private final SegmentStates segments;
    private final int maxParked;
    private final InstantSource clock;

    ProjectionInvoker(
            Projection projection,
            Generation generation,
            ReadModelStore store,
            ParkedEvents parked,
            SegmentStates segments,
            int maxParked,
            InstantSource clock) {
        this.projection = projection;
        this.generation = generation;
        this.store = store;
        this.parked = parked;
        this.segments = segments;
        this.maxParked = maxParked;
        this.clock = clock;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event && segment.matches(event.getAggregateIdentifier());
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (message instanceof DomainEventMessage<?> event && message instanceof TrackedEventMessage<?> tracked) {
            try {
                batch(segment).fold(event, position(tracked));
            } catch (RuntimeException failed) {
                segments.failed(segment.getSegmentId(), failed);
                throw failed;
            }
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    static long position(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    private FoldingBatch batch(Segment segment) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        return work.getOrComputeResource(PendingWrites.class.getName(), _ -> begin(segment, messages(work)));
    }

    private static List<? extends Message<?>> messages(UnitOfWork<?> work) {
        return work instanceof BatchingUnitOfWork<?> batch ? batch.getMessages() : List.of(work.getMessage());
    }

    private FoldingBatch begin(Segment segment, List<? extends Message<?>> messages) {
        SegmentState state = segments.of(segment.getSegmentId());
        return new FoldingBatch(
                projection,
                generation,
                plan -> store.batch(projection, generation, plan),
                plan(messages, state.careful()),
                parked,
                state,
                maxParked,
                clock);
    }

    private static Batch.Plan plan(List<? extends Message<?>> messages, boolean careful) {
        Set<String> aggregates = new HashSet<>();
        Set<String> fresh = new HashSet<>();
        for (Message<?> message : messages) {
            if (message instanceof DomainEventMessage<?> event) {
                aggregates.add(event.getAggregateIdentifier());
                if (event.getSequenceNumber() == 0 && !careful) {
                    fresh.add(event.getAggregateIdentifier());
                }
            }
        }
        return new Batch.Plan(aggregates, fresh, careful);
    }
}
