package io.holdfast.command.shipment.domain;

import java.time.Duration;
import java.time.Instant;

/** How long after its release a shipment can be called back: 30 days unless configured otherwise (19 CFR 141.113). */
public record RedeliveryPeriod(Duration length) {
    /** The period of the regulation. */
    public static final RedeliveryPeriod REGULAR = new RedeliveryPeriod(Duration.ofDays(30));

    /** @throws IllegalArgumentException for a period that is not positive */
    public RedeliveryPeriod {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("the redelivery period must be positive");
        }
    }

    /** The last moment is still within the period. */
    boolean isOver(Instant released, Instant now) {
        return now.isAfter(released.plus(length));
    }

    void check(Instant released, Instant now) {
        if (isOver(released, now)) {
            throw new RedeliveryPeriodOverException(released, length);
        }
    }
}
