package io.holdfast.projection.casefile;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.query.CaseFile;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Projection that keeps one case file per shipment. */
@Component
public final class CaseFileProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "casefile";

    /** One case file per shipment, by shipment identifier. */
    public static final CollectionName<CaseFile> FILES = new CollectionName<>("files", CaseFile.class);

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
        return List.of(FILES);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (event.payload() instanceof ShipmentEvent happened) {
            String by = event.metadata().get(MetadataKeys.ACTOR);
            var act = new Act(event.version(), happened.at(), by);
            String name = event.name().replaceFirst("#.*", "");
            models.collection(FILES)
                    .fold(happened.shipmentId().value(), before -> CaseFold.fold(before, happened, name, act));
        }
    }
}
