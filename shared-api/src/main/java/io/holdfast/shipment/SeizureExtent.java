package io.holdfast.shipment;

/** Whether the whole shipment is seized or only some of its lines. */
public enum SeizureExtent {
    FULL,
    PARTIAL
}
