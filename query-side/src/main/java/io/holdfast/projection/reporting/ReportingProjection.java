package io.holdfast.projection.reporting;

import io.holdfast.actor.MetadataKeys;
import io.holdfast.projection.answer.Minutes;
import io.holdfast.projection.support.ProjectedEvent;
import io.holdfast.projection.support.Projection;
import io.holdfast.projection.support.Shelf;
import io.holdfast.projection.support.ShelfName;
import io.holdfast.projection.support.Shelves;
import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up what reports tell. Sums belong to no single shipment, so it runs on one segment. */
@Component
public final class ReportingProjection implements Projection {
    /** Its name. */
    public static final String NAME = "reporting";

    /** One document per day and port. */
    public static final ShelfName<DayAtPort> DAYS = new ShelfName<>("days", DayAtPort.class);

    /** One document per period and port, and one per period for all ports together. */
    public static final ShelfName<StandingMoved> STANDING = new ShelfName<>("standing", StandingMoved.class);

    /** One document per month, port, operation and goods. */
    public static final ShelfName<SeizedGoods> GOODS = new ShelfName<>("goods", SeizedGoods.class);

    /** One document per month, port and operation. */
    public static final ShelfName<CampaignMonth> CAMPAIGNS = new ShelfName<>("campaigns", CampaignMonth.class);

    /** One document per day and port. */
    public static final ShelfName<TimesAtPort> TIMES = new ShelfName<>("times", TimesAtPort.class);

    /** One document per day and port. */
    public static final ShelfName<ExamsAtPort> EXAMS = new ShelfName<>("exams", ExamsAtPort.class);

    /** One document per shipment. */
    public static final ShelfName<ReportedShipment> SHIPMENTS = new ShelfName<>("shipments", ReportedShipment.class);

    /** One document per shipment: what of it has not ended. */
    public static final ShelfName<TimedShipment> TIMED = new ShelfName<>("timed", TimedShipment.class);

    private final PortZones zones;

    /** @param zones by which days and months are told apart; after a change of them the model is to be rebuilt */
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
    public List<ShelfName<?>> shelves() {
        return List.of(DAYS, STANDING, GOODS, CAMPAIGNS, TIMES, EXAMS, SHIPMENTS, TIMED);
    }

    @Override
    public void on(ProjectedEvent event, Shelves shelves) {
        if (event.payload() instanceof ShipmentEvent e) {
            shelves.shelf(SHIPMENTS)
                    .fold(e.shipmentId().value(), before -> ReportedShipment.fold(before, e, zones))
                    .flatMap(shipment -> ReportChange.of(shipment.before(), e, zones))
                    .ifPresent(change -> add(change, shelves));
            shelves.shelf(TIMED)
                    .fold(e.shipmentId().value(), before -> TimedShipment.fold(before, e))
                    .ifPresent(timed -> {
                        PortCode port = timed.after().port();
                        String unit = event.metadata().getOrDefault(MetadataKeys.PORT, port.value());
                        time(port, unit, TimedShipment.ended(timed.before(), timed.after(), e), e, shelves);
                        TimedShipment.decided(timed.before(), e, unit).ifPresent(d -> count(port, d, e, shelves));
                    });
        }
    }

    private void count(PortCode port, ExamDecision decision, ShipmentEvent event, Shelves shelves) {
        var nothing = new ExamsAtPort(zones.day(port, event.at()), port, Map.of());
        shelves.shelf(EXAMS)
                .fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(decision)));
    }

    private void time(PortCode port, String unit, Map<TimeKind, Minutes> ended, ShipmentEvent event, Shelves shelves) {
        if (!ended.isEmpty()) {
            var nothing = new TimesAtPort(zones.day(port, event.at()), port, Map.of());
            shelves.shelf(TIMES)
                    .fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(unit, ended)));
        }
    }

    private static void add(ReportChange change, Shelves shelves) {
        PortCode port = change.shipment().port();
        if (!change.counts().equals(Counts.NONE)) {
            count(change, port, shelves.shelf(DAYS));
        }
        if (!change.standing().isEmpty()) {
            for (int period : Periods.of(change.day())) {
                move(period, port, change, shelves.shelf(STANDING));
                move(period, null, change, shelves.shelf(STANDING));
            }
        }
        change.hauls()
                .forEach((key, haul) -> shelves.shelf(GOODS).fold(SeizedGoods.id(key), before -> {
                    Haul sum = before == null ? haul : before.haul().plus(haul);
                    return Optional.of(new SeizedGoods(key, sum));
                }));
        change.activity()
                .forEach((key, did) -> shelves.shelf(CAMPAIGNS).fold(CampaignMonth.id(key), before -> {
                    Activity sum = before == null ? did : before.activity().plus(did);
                    return Optional.of(new CampaignMonth(key, sum));
                }));
    }

    private static void count(ReportChange change, PortCode port, Shelf<DayAtPort> days) {
        var nothing = new DayAtPort(change.day(), port, Counts.NONE);
        days.fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(change.counts())));
    }

    private static void move(int period, @Nullable PortCode port, ReportChange change, Shelf<StandingMoved> standing) {
        var nothing = StandingMoved.nothing(period, port);
        standing.fold(nothing.id(), before -> Optional.of((before == null ? nothing : before).plus(change.standing())));
    }
}
