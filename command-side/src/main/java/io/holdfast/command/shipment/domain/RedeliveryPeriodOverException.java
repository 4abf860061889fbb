package io.holdfast.command.shipment.domain;

import java.time.Duration;
import java.time.Instant;

/** The shipment was released too long ago to be called back (19 CFR 141.113). */
public final class RedeliveryPeriodOverException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    RedeliveryPeriodOverException(Instant released, Duration period) {
        super("Redelivery can be demanded within " + period.toDays() + " days of the release, which was at "
                + released);
    }
}
