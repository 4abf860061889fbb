package io.holdfast.shipment;

/** A period that the law sets for a case. When each begins and how it is counted is the command side's to decide. */
public enum LegalClock {
    /** Five business days from the presentation of the goods to release or detain them (19 CFR 151.16(b)). */
    DETENTION_DECISION,
    /** Five business days from the detention to the notice of it (19 CFR 151.16(c), 19 USC 1499(c)(2)). */
    DETENTION_NOTICE,
    /** Thirty days from the presentation until goods without a decision count as excluded (19 USC 1499(c)(5)(A)). */
    DEEMED_EXCLUSION,
    /** Thirty days after a conditional release in which the goods can be called back (19 CFR 141.113); then it is final. */
    CONDITIONAL_RELEASE,
    /** The same thirty days for a demand that still waits for its second person. */
    REDELIVERY;

    /** Whether the clock just ends when its time is over, without anybody having missed anything. */
    public boolean lapses() {
        return this == CONDITIONAL_RELEASE;
    }
}
