package io.holdfast.shipment;

/** What an exam or a laboratory found. A closed list without a catch-all, so that no seizure hides under "other". */
public enum Finding {
    NO_DISCREPANCY(false),
    DOCUMENT_DISCREPANCY(false),
    QUANTITY_OVERAGE(true),
    QUANTITY_SHORTAGE(false),
    MISDESCRIPTION(true),
    UNDERVALUATION(true),
    FALSE_ORIGIN(true),
    IPR_VIOLATION(true),
    CONTRABAND_PRESUMPTIVE(true),
    CONTRABAND_CONFIRMED(true),
    UNDECLARED_PRECURSOR(true),
    PILL_PRESS_OR_EQUIPMENT(true),
    UNRESOLVED_ANOMALY(false);

    private final boolean supportsSeizure;

    Finding(boolean supportsSeizure) {
        this.supportsSeizure = supportsSeizure;
    }

    /** Whether this finding is a ground to request a seizure (19 USC 1595a, 21 USC 881, 19 USC 1526). */
    public boolean supportsSeizure() {
        return supportsSeizure;
    }

    /** Whether this finding shows that selecting the shipment was right: anything but no discrepancy or no result. */
    public boolean positive() {
        return this != NO_DISCREPANCY && this != UNRESOLVED_ANOMALY;
    }
}
