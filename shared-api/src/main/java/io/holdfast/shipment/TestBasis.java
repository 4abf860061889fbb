package io.holdfast.shipment;

/** What a substance was identified by: a presumptive field test, or a laboratory. */
public enum TestBasis {
    PRESUMPTIVE,
    LABORATORY
}
