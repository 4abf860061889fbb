package io.holdfast.command.automation;

import io.holdfast.runtime.log.LogMark;
import io.holdfast.runtime.log.ParkedItem;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.clock.Clocks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An index of the legal clocks of all shipments, by the time at which the next step is due. It only says where to look:
 * it may lag behind, and the decision is made on the shipment itself. Several nodes may write it at once.
 */
public interface ClockBook {
    /** The event of the log up to which the book is written. */
    LogMark reached();

    /** Moves the position forward; never moves it back. */
    void reached(LogMark mark);

    /** Deletes everything, so that the book is rebuilt from the first event on. */
    void clear();

    /** The stored clocks of these shipments; shipments that never had a clock are left out. */
    Map<ShipmentId, Known> known(Collection<ShipmentId> shipments);

    /**
     * Writes each shipment unless a later version is already stored.
     *
     * @return the shipments that another writer changed at the same time; read them again and retry
     */
    Collection<ShipmentId> write(Map<ShipmentId, Known> before, Map<ShipmentId, Known> after);

    /**
     * The shipments for which the step may be due at this time, the most overdue first.
     *
     * @param limit maximum number of shipments
     */
    List<Page> due(ClockStep step, Instant now, int limit);

    /**
     * Parks a shipment for a while, longer each time it is parked again: until then none of its steps is due, and later
     * events of it are ignored.
     *
     * @return whether it was not parked before
     */
    boolean park(ParkedItem parked);

    /** The parked shipments that are due for a retry at this time. */
    List<ShipmentId> toRetry(Instant now, int limit);

    /** Makes all parked shipments due for a retry now. */
    void retryAll(Instant now);

    /** Ends the parking of a shipment and stores its clocks. */
    void release(ShipmentId shipment, Known known);

    /** The parked shipments, in the order of the log as far as it is known. */
    List<ParkedItem> parked(int limit);

    /** How many shipments are parked. */
    long countParked();

    /**
     * The clocks of a shipment.
     *
     * @param version how many of its events were seen
     * @param parked whether the shipment is parked
     */
    record Known(long version, Clocks clocks, boolean parked) {
        /** Before the first event. */
        public static final Known NOTHING = new Known(0, Clocks.NONE);

        public Known(long version, Clocks clocks) {
            this(version, clocks, false);
        }
    }

    /**
     * The clocks of one shipment.
     *
     * @param version how many of its events were seen
     */
    record Page(ShipmentId shipment, long version, Clocks clocks) {}
}
