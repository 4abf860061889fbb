package io.holdfast.command.shipment.domain;

/**
 * The rules whose measure an administration sets for itself.
 *
 * @param redelivery how long a released shipment can be called back
 * @param custody how much two weighings may differ
 * @param snooze how long a case can be hidden
 * @param legal how legal periods are counted
 */
public record Policies(RedeliveryPeriod redelivery, CustodyTolerance custody, SnoozeLimit snooze, LegalPeriods legal) {
    /** Without any configuration. */
    public static final Policies REGULAR =
            new Policies(RedeliveryPeriod.REGULAR, CustodyTolerance.REGULAR, SnoozeLimit.REGULAR, LegalPeriods.REGULAR);
}
