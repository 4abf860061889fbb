package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.Claimed;
import io.holdfast.shipment.event.ShipmentEvent.Reassigned;
import io.holdfast.shipment.event.ShipmentEvent.ReturnedToQueue;
import org.jspecify.annotations.Nullable;

/**
 * The assignee of a case.
 *
 * @param assignee the assignee; absent when the case is unassigned
 */
public record Assignment(@Nullable UserId assignee) {
    /** Unassigned. */
    public static final Assignment NONE = new Assignment(null);

    /** The assignment after this event. */
    public Assignment after(ShipmentEvent event) {
        return switch (event) {
            case Claimed e -> new Assignment(e.assignee());
            case Reassigned e -> new Assignment(e.assignee());
            default -> isEndedBy(event) ? NONE : this;
        };
    }

    /** Whether this event starts an assignment, including a new one for the same person. */
    public static boolean isGivenBy(ShipmentEvent event) {
        return event instanceof Claimed || event instanceof Reassigned;
    }

    /** Whether this event leaves the case unassigned: it was returned to the queue, or is closed. */
    public static boolean isEndedBy(ShipmentEvent event) {
        return event instanceof ReturnedToQueue || event.closes();
    }
}
