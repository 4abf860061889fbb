package io.holdfast.shipment;

/** How a substance was identified: by a presumptive field test or by a laboratory. */
public enum TestBasis {
    PRESUMPTIVE,
    LABORATORY
}
