package io.holdfast.shipment.state;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.Claimed;
import io.holdfast.shipment.event.ShipmentEvent.Reassigned;
import io.holdfast.shipment.event.ShipmentEvent.ReturnedToQueue;
import org.jspecify.annotations.Nullable;

/**
 * Whose work a case is.
 *
 * @param assignee absent when it is nobody's
 */
public record Assignment(@Nullable UserId assignee) {
    /** Nobody's work. */
    public static final Assignment NONE = new Assignment(null);

    /** Once this has happened. */
    public Assignment after(ShipmentEvent event) {
        return switch (event) {
            case Claimed e -> new Assignment(e.assignee());
            case Reassigned e -> new Assignment(e.assignee());
            default -> isEndedBy(event) ? NONE : this;
        };
    }

    /** Whether it begins with this, also for the person who had the case before. */
    public static boolean isGivenBy(ShipmentEvent event) {
        return event instanceof Claimed || event instanceof Reassigned;
    }

    /** Whether the case is nobody's with this: it was given back, or is closed. */
    public static boolean isEndedBy(ShipmentEvent event) {
        return event instanceof ReturnedToQueue || event.closes();
    }
}
