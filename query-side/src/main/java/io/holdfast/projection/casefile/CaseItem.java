package io.holdfast.projection.casefile;

import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.Listed;
import io.holdfast.shipment.ShipmentId;

/**
 * An item of one of the lists of a case.
 *
 * @param number the version of the event that created it; unique within the list
 */
public record CaseItem(ShipmentId shipment, CaseList list, long number, Listed item) {}
