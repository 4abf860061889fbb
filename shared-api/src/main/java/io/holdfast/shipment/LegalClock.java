package io.holdfast.shipment;

/**
 * A deadline that the law sets for a case. The command side decides when each one starts and how its days are counted.
 */
public enum LegalClock {
    /** Five business days from the presentation of the goods to release or detain them (19 CFR 151.16(b)). */
    DETENTION_DECISION,
    /** Five business days from the detention to issue the notice (19 CFR 151.16(c), 19 USC 1499(c)(2)). */
    DETENTION_NOTICE,
    /** Thirty days from the presentation until goods without a decision count as excluded (19 USC 1499(c)(5)(A)). */
    DEEMED_EXCLUSION,
    /**
     * Thirty days after a conditional release during which the goods can be called back (19 CFR 141.113); then the
     * release is final.
     */
    CONDITIONAL_RELEASE,
    /** The same thirty days, for a demand that still waits for second-person approval. */
    REDELIVERY;

    /** Whether the clock simply ends when its time is over, so that nobody has missed a deadline. */
    public boolean lapses() {
        return this == CONDITIONAL_RELEASE;
    }
}
