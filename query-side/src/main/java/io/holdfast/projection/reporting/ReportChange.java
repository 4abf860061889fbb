package io.holdfast.projection.reporting;

import io.holdfast.query.ReportDaily.Counts;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change that an event makes to the reports.
 *
 * @param shipment the shipment after the event
 * @param day the day, in the port's time zone, on which the event counts
 * @param counts the amounts to add for that day at the shipment's port
 * @param standing the change in the number of shipments in each status
 * @param hauls the change in the totals of seized goods
 * @param activity the change in the totals of actions
 */
public record ReportChange(
        ReportedShipment shipment,
        LocalDate day,
        Counts counts,
        Map<Status, Long> standing,
        Map<HaulKey, SeizedAmount> hauls,
        Map<CampaignKey, Activity> activity) {

    /** The total that a seizure is part of; the operation is absent if there is none. */
    public record HaulKey(
            YearMonth month, PortCode port, @Nullable String operation, String goods) {}

    /** The total that an action is part of; the operation is absent if there is none. */
    public record CampaignKey(
            YearMonth month, PortCode port, @Nullable String operation) {}

    public ReportChange {
        standing = Map.copyOf(standing);
        hauls = Map.copyOf(hauls);
        activity = Map.copyOf(activity);
    }

    /** The change; empty if the shipment's declaration has not been seen. */
    static Optional<ReportChange> of(@Nullable ReportedShipment before, ShipmentEvent event, PortZones zones) {
        return ReportedShipment.fold(before, event, zones)
                .map(after -> new ReportChange(
                        after,
                        zones.day(after.port(), event.at()),
                        counts(before, event, after),
                        moved(before, after),
                        hauls(before, after),
                        activity(before, after)));
    }

    private static Counts counts(@Nullable ReportedShipment before, ShipmentEvent event, ReportedShipment after) {
        long declared = before == null ? 1 : 0;
        boolean changed =
                before == null || before.standing().status() != after.standing().status();
        return switch (event) {
            case ShipmentTargeted _ -> new Counts(declared, 1, 0, 0, 0, 0, 0, 0);
            case RedeliveryApproved _ -> new Counts(declared, 1, 0, 0, 0, 0, 0, 0);
            case ShipmentCleared _ -> new Counts(declared, 0, 1, 0, 0, 0, 0, 0);
            case HoldPlaced _ when changed -> new Counts(0, 0, 0, 1, 0, 0, 0, 0);
            case ExamCompleted _ -> new Counts(0, 0, 0, 0, 1, 0, 0, 0);
            case ShipmentSeized _ when changed -> new Counts(0, 0, 0, 0, 0, 1, 0, 0);
            case ShipmentReleased _ when changed -> new Counts(0, 0, 0, 0, 0, 0, 1, 0);
            case ExamWaived _ -> new Counts(0, 0, 0, 0, 0, 0, 0, 1);
            default -> Counts.NONE;
        };
    }

    private static Map<Status, Long> moved(@Nullable ReportedShipment before, ReportedShipment after) {
        var change = new EnumMap<Status, Long>(Status.class);
        Status from = before == null ? null : before.standing().status();
        Status to = after.standing().status();
        if (from != to) {
            if (from != null) {
                change.put(from, -1L);
            }
            if (to != null) {
                change.put(to, 1L);
            }
        }
        return change;
    }

    private static Map<HaulKey, SeizedAmount> hauls(@Nullable ReportedShipment before, ReportedShipment after) {
        var change = new HashMap<HaulKey, SeizedAmount>();
        hauls(after).forEach((key, haul) -> change.merge(key, haul, SeizedAmount::plus));
        if (before != null) {
            hauls(before).forEach((key, haul) -> change.merge(key, haul.negated(), SeizedAmount::plus));
        }
        change.values().removeIf(SeizedAmount.NONE::equals);
        return change;
    }

    private static Map<HaulKey, SeizedAmount> hauls(ReportedShipment s) {
        var hauls = new HashMap<HaulKey, SeizedAmount>();
        s.seized()
                .forEach((month, byGoods) -> byGoods.forEach(
                        (goods, haul) -> hauls.put(new HaulKey(month, s.port(), s.operation(), goods), haul)));
        return hauls;
    }

    private static Map<CampaignKey, Activity> activity(@Nullable ReportedShipment before, ReportedShipment after) {
        var change = new HashMap<CampaignKey, Activity>();
        after.activity()
                .forEach((month, did) ->
                        change.merge(new CampaignKey(month, after.port(), after.operation()), did, Activity::plus));
        if (before != null) {
            before.activity()
                    .forEach((month, did) -> change.merge(
                            new CampaignKey(month, before.port(), before.operation()), did.negated(), Activity::plus));
        }
        change.values().removeIf(Activity.NONE::equals);
        return change;
    }
}
