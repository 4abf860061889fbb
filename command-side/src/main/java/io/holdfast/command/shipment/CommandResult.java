package io.holdfast.command.shipment;

import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;

/**
 * The result of an accepted command.
 *
 * @param shipmentId the case
 * @param version the number of events of the case now
 * @param status the status of the shipment now
 */
public record CommandResult(ShipmentId shipmentId, long version, Status status) {}
