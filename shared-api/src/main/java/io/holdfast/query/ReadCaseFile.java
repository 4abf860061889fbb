package io.holdfast.query;

import io.holdfast.actor.PortScope;
import io.holdfast.shipment.ShipmentId;

/**
 * What is known about a case? The answer is an optional {@link CaseFile}: empty when there is no such case in scope.
 *
 * @param shipment whose case
 * @param scope the ports that the caller sees
 * @param withLogic whether score, rules and propensity are shown
 */
public record ReadCaseFile(ShipmentId shipment, PortScope scope, boolean withLogic) {}
