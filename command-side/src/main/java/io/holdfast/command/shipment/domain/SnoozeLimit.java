package io.holdfast.command.shipment.domain;

import io.holdfast.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * How far into the future a case can be snoozed: 30 days unless configured otherwise; no case can be hidden for good.
 */
public record SnoozeLimit(Duration length) {
    /** Thirty days. */
    public static final SnoozeLimit REGULAR = new SnoozeLimit(Duration.ofDays(30));

    /** @throws IllegalArgumentException for a limit that is not positive */
    public SnoozeLimit {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("the snooze limit must be positive");
        }
    }

    void check(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw new InvalidValueException("until", "must be in the future");
        }
        if (until.isAfter(now.plus(length))) {
            throw new InvalidValueException("until", "must be within " + length.toDays() + " days");
        }
    }
}
