package io.holdfast.shipment;

/** The grounds on which a shipment was selected. */
public enum SelectionBasis {
    RULES,
    RANDOM,
    INTELLIGENCE,
    MANUAL
}
