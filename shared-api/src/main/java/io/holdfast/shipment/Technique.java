package io.holdfast.shipment;

/** By what means an exam was made. */
public enum Technique {
    VISUAL,
    XRAY,
    GAMMA_RAY,
    CANINE,
    RADIATION_PORTAL,
    FIELD_TEST,
    LABORATORY
}
