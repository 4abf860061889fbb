package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * Query: the file of a case as it was at an earlier point.
 *
 * @param shipment the shipment of the case
 * @param asOf the point in the case's history
 * @param scope the ports that the caller may see
 * @param withLogic whether score, rules and propensity are included
 */
public record RecallCaseFile(ShipmentId shipment, AsOf asOf, PortScope scope, boolean withLogic) {
    /**
     * The file as it was; absent when the case does not exist in scope, did not exist yet, or has not reached the
     * version.
     */
    public record Answer(@Nullable CaseFile file) {}
}
