package io.holdfast.shipment;

/** Whether all of the shipment is seized or some lines of it. */
public enum SeizureExtent {
    FULL,
    PARTIAL
}
