package io.holdfast.projection.casefile;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.query.CaseParts.Act;
import io.holdfast.shipment.event.ShipmentEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Projection that keeps every item of every list of a case, so the case file only needs the latest ones. It is separate
 * from the case file projection so that, after an upgrade from a release without lists, it reads the log from the first
 * event, even while nodes of the old release are still running.
 */
@Component
public final class CaseListsProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "caselists";

    /** One document per item. */
    public static final CollectionName<CaseItem> ITEMS = new CollectionName<>("items", CaseItem.class);

    /** The state that later events can end, by shipment identifier. */
    public static final CollectionName<Ongoing> ONGOING = new CollectionName<>("ongoing", Ongoing.class);

    private static final int SEGMENTS = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return SEGMENTS;
    }

    /** Items are written before the ongoing state from which their changes are computed. */
    @Override
    public List<CollectionName<?>> collections() {
        return List.of(ITEMS, ONGOING);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (event.payload() instanceof ShipmentEvent happened) {
            var act = new Act(event.version(), happened.at(), event.metadata().get(MetadataKeys.ACTOR));
            models.collection(ONGOING)
                    .fold(
                            happened.shipmentId().value(),
                            before -> Optional.of(or(before).after(happened, act)))
                    .ifPresent(change -> new ListsFold(happened, act, models.collection(ITEMS))
                            .fold(or(change.before()), change.after()));
        }
    }

    private static Ongoing or(@Nullable Ongoing before) {
        return before == null ? Ongoing.NOTHING : before;
    }
}
