package io.holdfast.shipment.state;

import io.holdfast.shipment.LinkRelation;
import io.holdfast.shipment.ShipmentId;

/** With which case, and how the two belong together. A pair can be linked in several ways, in each of them once. */
public record Link(ShipmentId other, LinkRelation relation) {}
