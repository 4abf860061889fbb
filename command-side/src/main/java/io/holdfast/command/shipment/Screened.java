package io.holdfast.command.shipment;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;

/**
 * The result of screening a declaration, now or before.
 *
 * @param shipmentId the case
 * @param version the number of events of the case now
 * @param outcome the outcome when it first came in: TARGETED or RELEASED
 * @param repeated whether the same declaration had come in before, so that nothing was done
 */
public record Screened(ShipmentId shipmentId, long version, Status outcome, boolean repeated) {}
