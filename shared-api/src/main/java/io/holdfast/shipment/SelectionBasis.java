package io.holdfast.shipment;

/** On what grounds a shipment was selected. */
public enum SelectionBasis {
    RULES,
    RANDOM,
    INTELLIGENCE,
    MANUAL
}
