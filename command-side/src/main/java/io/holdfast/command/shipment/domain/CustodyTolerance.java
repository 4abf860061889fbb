package io.holdfast.command.shipment.domain;

import io.holdfast.value.Mass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By how much two weighings of the same goods may differ before somebody must explain it, in percent of the earlier one.
 * A gain counts as much as a loss: goods that grow were weighed wrongly once.
 */
public record CustodyTolerance(BigDecimal percent) {
    /** One percent: scales differ, and packaging dries. */
    public static final CustodyTolerance REGULAR = new CustodyTolerance(BigDecimal.ONE);

    /** @throws IllegalArgumentException unless the percentage is between 0 and 100 */
    public CustodyTolerance {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("the custody tolerance must be between 0 and 100 percent");
        }
    }

    /** Nothing is exceeded while no mass is known. */
    boolean isExceeded(@Nullable Mass before, Mass now) {
        if (before == null) {
            return false;
        }
        BigDecimal gap = now.kilograms().subtract(before.kilograms()).abs();
        return gap.movePointRight(2).compareTo(before.kilograms().multiply(percent)) > 0;
    }
}
