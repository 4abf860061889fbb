package io.holdfast.command.shipment.domain;

import io.holdfast.value.Mass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far two weighings of the same goods may differ before the difference must be explained, in percent of the earlier
 * one. A gain counts as much as a loss: when goods gain weight, one of the weighings was wrong.
 */
public record CustodyTolerance(BigDecimal percent) {
    /** One percent: scales vary, and packaging dries out. */
    public static final CustodyTolerance REGULAR = new CustodyTolerance(BigDecimal.ONE);

    /** @throws IllegalArgumentException unless the percentage is between 0 and 100 */
    public CustodyTolerance {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("the custody tolerance must be between 0 and 100 percent");
        }
    }

    /** Never exceeded when the earlier mass is unknown. */
    boolean isExceeded(@Nullable Mass before, Mass now) {
        if (before == null) {
            return false;
        }
        BigDecimal gap = now.kilograms().subtract(before.kilograms()).abs();
        return gap.movePointRight(2).compareTo(before.kilograms().multiply(percent)) > 0;
    }
}
