package io.holdfast.targeting;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.PortCode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many exams a port can do in a day. Capacity never prevents a selection: simulations report the load against it,
 * and thresholds are fitted to it.
 *
 * @param perDay the capacity of ports that {@code ports} does not name; absent for no limit
 * @param ports ports with a capacity of their own, at most 5,000, sorted by port code
 */
public record ExamCapacity(@Nullable Integer perDay, List<PortCapacity> ports) {
    /** No limit at any port. */
    public static final ExamCapacity UNLIMITED = new ExamCapacity(null, List.of());

    private static final int MOST = 1_000_000;

    /** The capacity of one port. */
    public record PortCapacity(PortCode port, int perDay) {
        /** @throws InvalidValueException for a number below 0 or above a million */
        public PortCapacity {
            Check.present(port, "capacity.port");
            checked(perDay);
        }
    }

    /** @throws InvalidValueException for a number below 0 or above a million, or a port that is named twice */
    public ExamCapacity {
        if (perDay != null) {
            checked(perDay);
        }
        ports = Check.atMost(ports, "capacity.ports", 5000).stream()
                .sorted(Comparator.comparing(capacity -> capacity.port().value()))
                .toList();
        if (ports.stream().map(PortCapacity::port).distinct().count() < ports.size()) {
            throw new InvalidValueException("capacity.ports", "must differ");
        }
    }

    /** The exams that a port can do in a day; null when there is no limit. */
    public @Nullable Integer of(PortCode port) {
        for (PortCapacity capacity : ports) {
            if (capacity.port().equals(port)) {
                return capacity.perDay();
            }
        }
        return perDay;
    }

    private static void checked(int perDay) {
        if (perDay < 0 || perDay > MOST) {
            throw new InvalidValueException("capacity.perDay", "must be between 0 and " + MOST);
        }
    }
}
