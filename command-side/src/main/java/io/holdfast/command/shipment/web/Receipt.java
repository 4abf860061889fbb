package io.holdfast.command.shipment.web;

import io.holdfast.command.shipment.CommandResult;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.state.Status;
import io.holdfast.value.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers: enough to give the next one, and to ask the read side for at least this version.
 *
 * @param shipmentId of which case
 * @param id of what was created, if anything was
 * @param version how many events the case has now; also the ETag
 * @param status where the shipment stands now
 */
record Receipt(ShipmentId shipmentId, @Nullable String id, long version, Status status) {

    static Receipt of(CommandResult done, @Nullable StringValue created) {
        return new Receipt(done.shipmentId(), created == null ? null : created.value(), done.version(), done.status());
    }
}
