package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks that a percentage is valid. */
final class Percent {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Percent() {}

    static @Nullable BigDecimal optional(@Nullable BigDecimal value, String name) {
        if (value == null) {
            return null;
        }
        BigDecimal percent = Check.quantity(value, name);
        if (percent.compareTo(HUNDRED) > 0) {
            throw new InvalidValueException(name, "must be at most 100");
        }
        return percent;
    }
}
