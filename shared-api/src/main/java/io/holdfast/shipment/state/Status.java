package io.holdfast.shipment.state;

/**
 * The status of a shipment. Holds, exams, pending approvals and assignment are separate dimensions and not part of it.
 */
public enum Status {
    TARGETED,
    HELD,
    INSPECTED,
    SEIZED,
    RELEASED
}
