package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Query: the file of one case.
 *
 * @param shipment the shipment of the case
 * @param scope the ports that the caller may see
 * @param withLogic whether score, rules and propensity are included
 */
public record ReadCaseFile(ShipmentId shipment, PortScope scope, boolean withLogic) {
    /** The file; absent when there is no such case in scope. */
    public record Answer(@Nullable CaseFile file) {}
}
