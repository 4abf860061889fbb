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
 * The legal clocks of all shipments, by the moment at which something has to be done about them. It only says where to look: it
 * may be behind, and what is to be done is decided on the shipment itself. Several nodes may write it at once.
 */
public interface ClockBook {
    /** Up to which event of the log it was written. */
    LogMark reached();

    /** Never goes back. */
    void reached(LogMark mark);

    /** Forgets everything, so that it is written again from the first event on. */
    void clear();

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
     * Leaves a shipment aside for a while, the longer the more often that happened: no step of its is due, and later events
     * of its change nothing.
     *
     * @return whether that is news
     */
    boolean park(ParkedItem parked);

    /** Which may be tried again by this moment. */
    List<ShipmentId> toRetry(Instant now, int limit);

    /** All that are parked may be tried again now. */
    void retryAll(Instant now);

    /** Goes on with a parked shipment. */
    void release(ShipmentId shipment, Known known);

    /** What is parked, in the order of the log as far as that is known. */
    List<ParkedItem> parked(int limit);

    /** How many are parked. */
    long countParked();

    /**
     * The clocks of a shipment.
     *
     * @param version how many of its events were seen
     * @param parked whether it is left aside
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
