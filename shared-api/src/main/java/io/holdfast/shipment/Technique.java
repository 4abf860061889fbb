package io.holdfast.shipment;

/** The technique used in an exam. */
public enum Technique {
    VISUAL,
    XRAY,
    GAMMA_RAY,
    CANINE,
    RADIATION_PORTAL,
    FIELD_TEST,
    LABORATORY
}
