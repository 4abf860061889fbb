package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.CommandResult;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * The response to a command: enough to send the next one, and to query the read side for at least this version.
 *
 * @param shipmentId the case
 * @param id of the item that was created, if any
 * @param version the number of events of the case now; also the ETag
 * @param status the status of the shipment now
 */
record Receipt(ShipmentId shipmentId, @Nullable String id, long version, Status status) {

    static Receipt of(CommandResult done, @Nullable StringValue created) {
        return new Receipt(done.shipmentId(), created == null ? null : created.value(), done.version(), done.status());
    }
}
