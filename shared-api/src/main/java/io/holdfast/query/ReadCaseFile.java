package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a case?
 *
 * @param shipment whose case
 * @param scope the ports that the caller sees
 * @param withLogic whether score, rules and propensity are shown
 */
public record ReadCaseFile(ShipmentId shipment, PortScope scope, boolean withLogic) {
    /** The file; absent when there is no such case in scope. */
    public record Answer(@Nullable CaseFile file) {}
}
