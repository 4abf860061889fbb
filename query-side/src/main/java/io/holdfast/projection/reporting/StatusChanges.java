package io.holdfast.projection.reporting;

import io.holdfast.shipment.state.Status;
import io.holdfast.value.PortCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The net change in the number of shipments in each status during a period.
 *
 * @param period a year, month or day as in {@link Periods}
 * @param port absent for the total of all ports
 * @param moved never zero
 */
public record StatusChanges(int period, @Nullable PortCode port, Map<Status, Long> moved) {
    public StatusChanges {
        var copy = new EnumMap<Status, Long>(Status.class);
        copy.putAll(moved);
        copy.values().removeIf(n -> n == 0);
        moved = Collections.unmodifiableMap(copy);
    }

    static StatusChanges nothing(int period, @Nullable PortCode port) {
        return new StatusChanges(period, port, Map.of());
    }

    String id() {
        return period + "|" + (port == null ? "*" : port.value());
    }

    StatusChanges plus(Map<Status, Long> more) {
        var sum = new EnumMap<Status, Long>(Status.class);
        sum.putAll(moved);
        more.forEach((status, n) -> sum.merge(status, n, Long::sum));
        return new StatusChanges(period, port, sum);
    }
}
