package io.holdfast.projection.reporting;

import io.holdfast.projection.lifecycle.Standing;
import io.holdfast.shipment.Declaration;
import io.holdfast.shipment.SeizureLine;
import io.holdfast.shipment.ShipmentEvent;
import io.holdfast.shipment.ShipmentEvent.*;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a shipment to count its events where they belong: events after the first do not name the port.
 *
 * @param operation the surge campaign it counts to, all of it, once it is assigned
 * @param seized by month and goods
 * @param activity by month
 */
public record ReportedShipment(
        ShipmentId shipmentId,
        PortCode port,
        Standing standing,
        @Nullable String operation,
        Map<GoodsInMonth, Haul> seized,
        Map<YearMonth, Activity> activity) {

    /** Goods seized in a month. */
    public record GoodsInMonth(YearMonth month, String goods) {}

    public ReportedShipment {
        seized = Map.copyOf(seized);
        activity = Collections.unmodifiableMap(new TreeMap<>(activity));
    }

    /** The shipment after an event; empty while its declaration has not been seen. */
    static Optional<ReportedShipment> fold(@Nullable ReportedShipment before, ShipmentEvent event) {
        if (before != null) {
            return Optional.of(before.after(event));
        }
        Declaration declaration = switch (event) {
            case ShipmentTargeted e -> e.declaration();
            case ShipmentCleared e -> e.declaration();
            default -> null;
        };
        return Optional.ofNullable(declaration)
                .map(d -> new ReportedShipment(
                        d.shipmentId(), d.port(), Standing.NONE.after(event), null, Map.of(), Map.of()));
    }

    private ReportedShipment after(ShipmentEvent event) {
        ReportedShipment next = switch (event) {
            case OperationAssigned e -> copy(e.operation(), seized, activity);
            case ShipmentSeized e -> seizing(e).did(e.at(), new Activity(1, 0, 0, 0));
            case ArrestRecorded e -> did(e.at(), new Activity(0, e.persons(), 0, 0));
            case ReferredForProsecution e -> did(e.at(), new Activity(0, 0, 1, 0));
            case ExamCompleted e -> did(e.at(), new Activity(0, 0, 0, 1));
            default -> this;
        };
        return new ReportedShipment(
                shipmentId, port, standing.after(event), next.operation, next.seized, next.activity);
    }

    private ReportedShipment did(Instant at, Activity more) {
        var sum = new HashMap<>(activity);
        sum.merge(Fiscal.month(at), more, Activity::plus);
        return copy(operation, seized, sum);
    }

    private ReportedShipment seizing(ShipmentSeized e) {
        var byGoods = new HashMap<String, Haul>();
        for (SeizureLine line : e.lines()) {
            byGoods.merge(line.goods(), Haul.of(line), Haul::plus);
        }
        var sum = new HashMap<>(seized);
        byGoods.forEach((goods, haul) ->
                sum.merge(new GoodsInMonth(Fiscal.month(e.at()), goods), haul.oneMoreEvent(), Haul::plus));
        return copy(operation, sum, activity);
    }

    private ReportedShipment copy(
            @Nullable String op, Map<GoodsInMonth, Haul> hauls, Map<YearMonth, Activity> activities) {
        return new ReportedShipment(shipmentId, port, standing, op, hauls, activities);
    }
}
