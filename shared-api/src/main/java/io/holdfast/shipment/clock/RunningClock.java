package io.holdfast.shipment.clock;

import io.holdfast.shipment.LegalClock;
import io.holdfast.shipment.SeizureExtent;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.value.Check;
import java.time.Instant;

/**
 * A legal clock that has started and not stopped.
 *
 * @param due the last moment that still meets the deadline
 * @param warnFrom the time from which people are warned; may be before the clock started
 */
public record RunningClock(LegalClock clock, Instant due, Instant warnFrom, State state) {
    /** How far the clock has run. */
    public enum State {
        RUNNING,
        /** Nearly over; people have been warned. */
        WARNED,
        /** Over. */
        BREACHED,
        /** Over; supervisors have been told. */
        ESCALATED
    }

    public RunningClock {
        Check.present(clock, "clock");
        Check.present(due, "due");
        Check.present(warnFrom, "warnFrom");
        Check.present(state, "state");
    }

    /** Whether the clock is over and this has been recorded. */
    public boolean breached() {
        return state == State.BREACHED || state == State.ESCALATED;
    }

    /** Whether a warning should be recorded at this moment. */
    public boolean isToBeWarnedOf(Instant now) {
        return state == State.RUNNING && !now.isBefore(warnFrom) && !now.isAfter(due);
    }

    /** Whether a breach should be recorded at this moment. */
    public boolean isOverUnrecorded(Instant now) {
        return !breached() && now.isAfter(due);
    }

    /** Whether the clock should now be escalated to supervisors. */
    public boolean escalationDue() {
        return state == State.BREACHED;
    }

    /** Whether the event stops the clock: what it measures was done or no longer matters. */
    public boolean isStoppedBy(ShipmentEvent event) {
        return switch (clock) {
            case DETENTION_DECISION -> event instanceof ShipmentDetained || isDecidedBy(event);
            case DETENTION_NOTICE -> event instanceof DetentionNoticeIssued || isDecidedBy(event);
            case DEEMED_EXCLUSION -> isDecidedBy(event);
            case CONDITIONAL_RELEASE -> event instanceof RedeliveryDemanded;
            case REDELIVERY -> event instanceof RedeliveryApproved;
        };
    }

    /** After a partial seizure the remainder still waits for its own release. */
    private static boolean isDecidedBy(ShipmentEvent event) {
        return event instanceof ShipmentReleased
                || event instanceof ShipmentSeized seized && seized.extent() == SeizureExtent.FULL;
    }

    /** A copy in this state, unless the clock is already further; it never goes back. */
    RunningClock reaching(State next) {
        return next.compareTo(state) > 0 ? new RunningClock(clock, due, warnFrom, next) : this;
    }
}
