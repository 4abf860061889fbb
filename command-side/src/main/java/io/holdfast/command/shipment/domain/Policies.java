package io.holdfast.command.shipment.domain;

/**
 * The policies whose limits an administration configures.
 *
 * @param redelivery how long after its release a shipment can be called back
 * @param custody how far two weighings may differ
 * @param snooze how long a case can be hidden
 * @param legal how legal periods are counted
 */
public record Policies(RedeliveryPeriod redelivery, CustodyTolerance custody, SnoozeLimit snooze, LegalPeriods legal) {
    /** The defaults. */
    public static final Policies REGULAR =
            new Policies(RedeliveryPeriod.REGULAR, CustodyTolerance.REGULAR, SnoozeLimit.REGULAR, LegalPeriods.REGULAR);
}
