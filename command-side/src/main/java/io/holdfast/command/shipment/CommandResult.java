package io.holdfast.command.shipment;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;

/**
 * A command was obeyed.
 *
 * @param shipmentId of which case
 * @param version how many events the case has now
 * @param status where the shipment stands now
 */
public record CommandResult(ShipmentId shipmentId, long version, Status status) {}
