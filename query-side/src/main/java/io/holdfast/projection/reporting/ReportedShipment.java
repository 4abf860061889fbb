package io.holdfast.projection.reporting;

import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.value.PortCode;
import io.holdfast.value.PortZones;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shipment that is needed to count its events in the right place: events after the first do not name the
 * port.
 *
 * @param operation the surge campaign to which it counts as a whole, once assigned
 * @param seized by month at the port and goods
 * @param activity by month at the port
 */
public record ReportedShipment(
        ShipmentId shipmentId,
        PortCode port,
        CaseStatus standing,
        @Nullable String operation,
        Map<YearMonth, Map<String, SeizedAmount>> seized,
        Map<YearMonth, Activity> activity) {

    public ReportedShipment {
        var months = new TreeMap<YearMonth, Map<String, SeizedAmount>>();
        seized.forEach((month, goods) -> months.put(month, Collections.unmodifiableMap(new TreeMap<>(goods))));
        seized = Collections.unmodifiableMap(months);
        activity = Collections.unmodifiableMap(new TreeMap<>(activity));
    }

    /** The shipment after an event; empty if its declaration has not been seen. */
    static Optional<ReportedShipment> fold(@Nullable ReportedShipment before, ShipmentEvent event, PortZones zones) {
        if (before != null) {
            return Optional.of(before.after(event, YearMonth.from(zones.day(before.port, event.at()))));
        }
        return event.declared()
                .map(d -> new ReportedShipment(
                        d.shipmentId(), d.port(), CaseStatus.NONE.after(event), null, Map.of(), Map.of()));
    }

    /**
     * The shipment after an event.
     *
     * @param month of the event at the port
     */
    private ReportedShipment after(ShipmentEvent event, YearMonth month) {
        ReportedShipment next = switch (event) {
            case OperationAssigned e -> copy(e.operation(), seized, activity);
            case ShipmentSeized e -> seizing(e, month).did(month, new Activity(1, 0, 0, 0));
            case ArrestRecorded e -> did(month, new Activity(0, e.persons(), 0, 0));
            case ReferredForProsecution _ -> did(month, new Activity(0, 0, 1, 0));
            case ExamCompleted _ -> did(month, new Activity(0, 0, 0, 1));
            default -> this;
        };
        return new ReportedShipment(
                shipmentId, port, standing.after(event), next.operation, next.seized, next.activity);
    }

    private ReportedShipment did(YearMonth month, Activity more) {
        var sum = new HashMap<>(activity);
        sum.merge(month, more, Activity::plus);
        return copy(operation, seized, sum);
    }

    private ReportedShipment seizing(ShipmentSeized e, YearMonth month) {
        var byGoods = new HashMap<String, SeizedAmount>();
        for (SeizureLine line : e.lines()) {
            byGoods.merge(line.goods(), SeizedAmount.of(line), SeizedAmount::plus);
        }
        var inMonth = new HashMap<>(seized.getOrDefault(month, Map.of()));
        byGoods.forEach((goods, haul) -> inMonth.merge(goods, haul.oneMoreEvent(), SeizedAmount::plus));
        var months = new HashMap<>(seized);
        months.put(month, inMonth);
        return copy(operation, months, activity);
    }

    private ReportedShipment copy(
            @Nullable String op, Map<YearMonth, Map<String, SeizedAmount>> hauls, Map<YearMonth, Activity> activities) {
        return new ReportedShipment(shipmentId, port, standing, op, hauls, activities);
    }
}
