package io.holdfast.projection.audittrail;

import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.query.AuditEntry;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.targeting.DraftEvent;
import io.holdfast.targeting.RuleSetEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Projection that writes one audit entry for each event. */
@Component
public final class AuditTrailProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "audittrail";

    /** One entry per event, by its position in the log. Written once, never changed. */
    public static final CollectionName<AuditEntry> ENTRIES = new CollectionName<>("entries", AuditEntry.class);

    /** The state of the series of rule sets. */
    public static final CollectionName<ActiveRuleSet> SERIES = new CollectionName<>("series", ActiveRuleSet.class);

    /** The state of each shipment, by its identifier. */
    public static final CollectionName<KnownShipment> SHIPMENTS =
            new CollectionName<>("shipments", KnownShipment.class);

    private static final int SEGMENTS = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return SEGMENTS;
    }

    /** Entries are written before the state, because an entry is made from the state before its event. */
    @Override
    public List<CollectionName<?>> collections() {
        return List.of(ENTRIES, SERIES, SHIPMENTS);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        switch (event.payload()) {
            case ShipmentEvent happened -> shipment(happened, event, models);
            case RuleSetEvent happened -> series(happened, event, models);
            case DraftEvent happened -> write(AuditFold.entry(happened, event), models);
            default -> {}
        }
    }

    private static void shipment(ShipmentEvent happened, ProjectedEvent event, ReadModels models) {
        models.collection(SHIPMENTS)
                .fold(
                        happened.shipmentId().value(),
                        before -> Optional.of(
                                (before == null ? KnownShipment.UNKNOWN : before).after(happened, event.version())))
                .map(change -> AuditFold.entry(
                        change.before() == null ? KnownShipment.UNKNOWN : change.before(),
                        change.after(),
                        happened,
                        event))
                .ifPresent(entry -> write(entry, models));
    }

    private static void series(RuleSetEvent happened, ProjectedEvent event, ReadModels models) {
        models.collection(SERIES)
                .fold(
                        event.aggregate(),
                        before -> Optional.of((before == null ? ActiveRuleSet.NONE : before).after(happened)))
                .map(change -> AuditFold.entry(
                        change.before() == null ? ActiveRuleSet.NONE : change.before(),
                        change.after(),
                        happened,
                        event))
                .ifPresent(entry -> write(entry, models));
    }

    private static void write(AuditEntry entry, ReadModels models) {
        models.collection(ENTRIES).put(key(entry.position()), entry);
    }

    static String key(long position) {
        return "%019d".formatted(position);
    }
}
