package io.holdfast.projection.answer;

import io.holdfast.projection.answer.StateLaw.Aspect;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.List;
import java.util.Map;

/** A faulty projection that ignores one kind of event. */
record Forgetful(Projection projection, Class<? extends ShipmentEvent> forgotten) implements Projection {
    /** For each aspect, an event type that a projection must not ignore to get the aspect right. */
    static final Map<Aspect, Class<? extends ShipmentEvent>> FORGETS = Map.of(
            Aspect.STATUS, ShipmentSeized.class,
            Aspect.HOLDS, HoldRemoved.class,
            Aspect.CLOCKS, ClockWarned.class,
            Aspect.ASSIGNEE, ReturnedToQueue.class,
            Aspect.ASSIGNED, ReturnedToQueue.class,
            Aspect.RELEASED, ShipmentReleased.class,
            Aspect.OPEN_EXAMS, ExamWaived.class,
            Aspect.COMPLETED_EXAMS, ExamCompleted.class,
            Aspect.PENDING, SeizureRejected.class);

    static Forgetful of(Projection projection, Aspect aspect) {
        return new Forgetful(projection, FORGETS.get(aspect));
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public int segments() {
        return projection.segments();
    }

    @Override
    public List<CollectionName<?>> collections() {
        return projection.collections();
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (!forgotten.isInstance(event.payload())) {
            projection.on(event, models);
        }
    }
}
