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
 * Keeps every item of every list of a case, so that the case file need show the latest only. Not a part of the case file's
 * projection: a database of a release that had no lists is read from its first event on, also while nodes of that release run.
 */
@Component
public final class CaseListsProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "caselists";

    /** One document per item. */
    public static final CollectionName<CaseItem> ITEMS = new CollectionName<>("items", CaseItem.class);

    /** What of a shipment is under way, by its identifier. */
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

    /** Items before what is under way, from which they are changed. */
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
