package io.holdfast.projection.workqueue;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Projection that keeps every case as it appears in work queues. */
@Component
public final class WorkQueueProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "workqueue";

    /** One document per shipment. */
    public static final CollectionName<QueueCase> CASES = new CollectionName<>("cases", QueueCase.class);

    private static final int SEGMENTS = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return SEGMENTS;
    }

    @Override
    public List<CollectionName<?>> collections() {
        return List.of(CASES);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (event.payload() instanceof ShipmentEvent e) {
            models.collection(CASES).fold(e.shipmentId().value(), before -> QueueCase.fold(before, e));
        }
    }
}
