package io.holdfast.command.shipment;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;

/**
 * A declaration was screened, now or before.
 *
 * @param shipmentId of which case
 * @param version how many events the case has now
 * @param outcome what became of it when it first came in: TARGETED or RELEASED
 * @param repeated whether the same declaration had come in before, so that nothing was done
 */
public record Screened(ShipmentId shipmentId, long version, Status outcome, boolean repeated) {}
