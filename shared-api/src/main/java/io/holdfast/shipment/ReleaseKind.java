package io.holdfast.shipment;

/** How much is released and on what terms. */
public enum ReleaseKind {
    FULL,
    /** With an obligation to redeliver on demand within the conditional release period. */
    CONDITIONAL,
    /** What is left after a partial seizure; the status stays SEIZED. */
    REMAINDER
}
