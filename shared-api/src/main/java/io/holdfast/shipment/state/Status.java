package io.holdfast.shipment.state;

/** Where a shipment stands. Holds, exams, pending approvals and assignment are axes of their own and never hide in here. */
public enum Status {
    TARGETED,
    HELD,
    INSPECTED,
    SEIZED,
    RELEASED
}
