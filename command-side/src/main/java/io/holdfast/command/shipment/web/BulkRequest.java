package io.holdfast.command.shipment.web;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.Claim;
import io.holdfast.shipment.command.ShipmentCommand.Escalate;
import io.holdfast.shipment.command.ShipmentCommand.Reassign;
import io.holdfast.shipment.command.ShipmentCommand.ReturnToQueue;
import io.holdfast.shipment.command.ShipmentCommand.Snooze;
import io.holdfast.shipment.command.ShipmentCommand.Tag;
import io.holdfast.value.Check;
import io.holdfast.value.InvalidValueException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action on many cases; fields that the action does not use are left out.
 *
 * @param action one of {@link BulkAction}, in lower case
 * @param shipmentIds 1 to 100 cases, without duplicates
 */
@Schema(example = """
                {"action": "tag", "shipmentIds": ["HF26-01009", "HF26-01010"], "tag": "repeat-sender"}""")
record BulkRequest(
        @Schema(allowableValues = {"claim", "return", "reassign", "escalate", "snooze", "tag"})
        String action,

        List<ShipmentId> shipmentIds,
        @Nullable String reason,
        @Nullable UserId assignee,
        @Nullable Instant until,
        @Nullable String tag) {
    private static final int MOST = 100;

    /** @throws InvalidValueException for an action with a field missing, or with a field that it does not use */
    BulkRequest {
        BulkAction known = BulkAction.of(Check.present(action, "action"));
        shipmentIds = Check.notEmpty(shipmentIds, "shipmentIds", MOST);
        if (new HashSet<>(shipmentIds).size() < shipmentIds.size()) {
            throw new InvalidValueException("shipmentIds", "must name each case once");
        }
        known.check("reason", reason != null);
        known.check("assignee", assignee != null);
        known.check("until", until != null);
        known.check("tag", tag != null);
    }

    BulkAction kind() {
        return BulkAction.of(action);
    }

    /** The commands, in the order of the cases. */
    List<ShipmentCommand> commands() {
        return shipmentIds.stream().map(this::about).toList();
    }

    private ShipmentCommand about(ShipmentId id) {
        return switch (kind()) {
            case CLAIM -> new Claim(id);
            case RETURN -> new ReturnToQueue(id, Check.present(reason, "reason"));
            case REASSIGN -> new Reassign(id, Check.present(assignee, "assignee"), Check.present(reason, "reason"));
            case ESCALATE -> new Escalate(id, Check.present(reason, "reason"));
            case SNOOZE -> new Snooze(id, Check.present(until, "until"), Check.present(reason, "reason"));
            case TAG -> new Tag(id, Check.present(tag, "tag"));
        };
    }
}
