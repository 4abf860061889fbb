package io.holdfast.projection.casefile;

import io.holdfast.query.CaseList;
import io.holdfast.query.CaseParts.Listed;
import io.holdfast.shipment.ShipmentId;

/**
 * One item of a list of a case.
 *
 * @param number the version of the event with which it began; no other item of the list has it
 */
public record CaseItem(ShipmentId shipment, CaseList list, long number, Listed item) {}
