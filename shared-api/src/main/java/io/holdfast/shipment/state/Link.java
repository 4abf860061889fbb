package io.holdfast.shipment.state;

import io.holdfast.shipment.LinkRelation;
import io.holdfast.shipment.ShipmentId;

/** A link to another case. Two cases can be linked by several relations, but only once by each. */
public record Link(ShipmentId other, LinkRelation relation) {}
