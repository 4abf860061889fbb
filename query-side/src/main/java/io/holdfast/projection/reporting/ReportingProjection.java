package io.holdfast.projection.reporting;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.projection.answer.DurationHistogram;
import io.holdfast.projection.support.CollectionName;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.ReadModelCollection;
import io.holdfast.projection.support.ReadModels;
import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Projection that adds up the totals for reports. Totals span shipments, so it has a single segment. */
@Component
public final class ReportingProjection implements Projection {
    /** The name of the projection. */
    public static final String NAME = "reporting";

    /** One document per day and port. */
    public static final CollectionName<DayAtPort> DAYS = new CollectionName<>("days", DayAtPort.class);

    /** One document per period and port, and one per period for all ports together. */
    public static final CollectionName<StatusChanges> STANDING = new CollectionName<>("standing", StatusChanges.class);

    /** One document per month, port, operation and goods. */
    public static final CollectionName<SeizedGoods> GOODS = new CollectionName<>("goods", SeizedGoods.class);

    /** One document per month, port and operation. */
    public static final CollectionName<CampaignMonth> CAMPAIGNS =
            new CollectionName<>("campaigns", CampaignMonth.class);

    /** One document per day and port. */
    public static final CollectionName<TimesAtPort> TIMES = new CollectionName<>("times", TimesAtPort.class);

    /** One document per day and port. */
    public static final CollectionName<ExamsAtPort> EXAMS = new CollectionName<>("exams", ExamsAtPort.class);

    /** One document per shipment. */
    public static final CollectionName<ReportedShipment> SHIPMENTS =
            new CollectionName<>("shipments", ReportedShipment.class);

    /** One document per shipment, with what has begun and not ended. */
    public static final CollectionName<TimedShipment> TIMED = new CollectionName<>("timed", TimedShipment.class);

    private final PortZones zones;

    /**
     * Creates the projection.
     *
     * @param zones the time zones that determine days and months; after a change, the projection must be rebuilt
     */
    public ReportingProjection(PortZones zones) {
        this.zones = zones;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public List<CollectionName<?>> collections() {
        return List.of(DAYS, STANDING, GOODS, CAMPAIGNS, TIMES, EXAMS, SHIPMENTS, TIMED);
    }

    @Override
    public void on(ProjectedEvent event, ReadModels models) {
        if (event.payload() instanceof ShipmentEvent e) {
            models.collection(SHIPMENTS)
                    .fold(e.shipmentId().value(), before -> ReportedShipment.fold(before, e, zones))
                    .flatMap(shipment -> ReportChange.of(shipment.before(), e, zones))
                    .ifPresent(change -> add(change, models));
            models.collection(TIMED)
                    .fold(e.shipmentId().value(), before -> TimedShipment.fold(before, e))
                    .ifPresent(timed -> {
                        PortCode port = timed.after().port();
                        String unit = event.metadata().getOrDefault(MetadataKeys.PORT, port.value());
                        time(port, unit, TimedShipment.ended(timed.before(), timed.after(), e), e, models);
                        TimedShipment.decided(timed.before(), e, unit).ifPresent(d -> count(port, d, e, models));
                    });
        }
    }

    private void count(PortCode port, ExamDecision decision, ShipmentEvent event, ReadModels models) {
        var nothing = new ExamsAtPort(zones.day(port, event.at()), port, Map.of());
        models.collection(EXAMS)
                .fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(decision)));
    }

    private void time(
            PortCode port,
            String unit,
            Map<TimeKind, DurationHistogram> ended,
            ShipmentEvent event,
            ReadModels models) {
        if (!ended.isEmpty()) {
            var nothing = new TimesAtPort(zones.day(port, event.at()), port, Map.of());
            models.collection(TIMES)
                    .fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(unit, ended)));
        }
    }

    private static void add(ReportChange change, ReadModels models) {
        PortCode port = change.shipment().port();
        if (!change.counts().equals(Counts.NONE)) {
            count(change, port, models.collection(DAYS));
        }
        if (!change.standing().isEmpty()) {
            for (int period : Periods.of(change.day())) {
                move(period, port, change, models.collection(STANDING));
                move(period, null, change, models.collection(STANDING));
            }
        }
        change.hauls()
                .forEach((key, haul) -> models.collection(GOODS).fold(SeizedGoods.id(key), before -> {
                    SeizedAmount sum = before == null ? haul : before.haul().plus(haul);
                    return Optional.of(new SeizedGoods(key, sum));
                }));
        change.activity()
                .forEach((key, did) -> models.collection(CAMPAIGNS).fold(CampaignMonth.id(key), before -> {
                    Activity sum = before == null ? did : before.activity().plus(did);
                    return Optional.of(new CampaignMonth(key, sum));
                }));
    }

    private static void count(ReportChange change, PortCode port, ReadModelCollection<DayAtPort> days) {
        var nothing = new DayAtPort(change.day(), port, Counts.NONE);
        days.fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(change.counts())));
    }

    private static void move(
            int period, @Nullable PortCode port, ReportChange change, ReadModelCollection<StatusChanges> standing) {
        var nothing = StatusChanges.nothing(period, port);
        standing.fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(change.standing())));
    }
}
