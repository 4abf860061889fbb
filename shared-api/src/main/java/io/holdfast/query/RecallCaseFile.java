package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * What was known about a case then?
 *
 * @param shipment whose case
 * @param asOf then
 * @param scope the ports that the caller sees
 * @param withLogic whether score, rules and propensity are shown
 */
public record RecallCaseFile(ShipmentId shipment, AsOf asOf, PortScope scope, boolean withLogic) {
    /** The file as it was; absent when there is no such case in scope, or was none then, or has no such version yet. */
    public record Answer(@Nullable CaseFile file) {}
}
