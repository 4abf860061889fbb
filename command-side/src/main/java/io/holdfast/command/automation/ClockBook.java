package io.holdfast.command.automation;

import io.holdfast.shipment.Clocks;
import io.holdfast.shipment.ShipmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The legal clocks of all shipments, by the moment at which something has to be done about them. It only says where to look: it
 * may be behind, and what is to be done is decided on the shipment itself. Several nodes may write it at once.
 */
public interface ClockBook {
    /** Up to which position of the event log it was written; -1 at the beginning. */
    long position();

    /** Never goes back. */
    void reached(long position);

    /** What it knows of these shipments; those that never had a clock are left out. */
    Map<ShipmentId, Known> known(Collection<ShipmentId> shipments);

    /**
     * Writes each of them where nobody wrote a later one.
     *
     * @return those that somebody else wrote at the same time; they must be read again
     */
    Collection<ShipmentId> write(Map<ShipmentId, Known> before, Map<ShipmentId, Known> after);

    /**
     * Where the step may have to be taken by this moment, the most overdue first.
     *
     * @param limit at most so many shipments
     */
    List<Page> due(ClockStep step, Instant now, int limit);

    /**
     * The clocks of a shipment.
     *
     * @param version how many of its events were seen
     */
    record Known(long version, Clocks clocks) {
        /** Before the first event. */
        public static final Known NOTHING = new Known(0, Clocks.NONE);
    }

    /** The clocks of one shipment. */
    record Page(ShipmentId shipment, Clocks clocks) {}
}
