package io.holdfast.shipment;

/** The proceeding in which the goods were forfeited. */
public enum ForfeitureKind {
    ADMINISTRATIVE,
    CIVIL_JUDICIAL,
    CRIMINAL
}
