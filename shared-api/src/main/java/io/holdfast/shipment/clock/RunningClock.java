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
 * @param due the last moment that is in time
 * @param warnFrom from when on people are warned; may be before the clock began
 */
public record RunningClock(LegalClock clock, Instant due, Instant warnFrom, State state) {
    /** How far it has run. */
    public enum State {
        RUNNING,
        /** Nearly over, and people were told. */
        WARNED,
        /** Over. */
        BREACHED,
        /** Over, and supervisors were told. */
        ESCALATED
    }

    public RunningClock {
        Check.present(clock, "clock");
        Check.present(due, "due");
        Check.present(warnFrom, "warnFrom");
        Check.present(state, "state");
    }

    /** Whether its time is over and that is on record. */
    public boolean breached() {
        return state == State.BREACHED || state == State.ESCALATED;
    }

    /** Whether a warning is to be recorded at this moment. */
    public boolean isToBeWarnedOf(Instant now) {
        return state == State.RUNNING && !now.isBefore(warnFrom) && !now.isAfter(due);
    }

    /** Whether it is to be recorded at this moment that its time is over. */
    public boolean isOverUnrecorded(Instant now) {
        return !breached() && now.isAfter(due);
    }

    /** Whether supervisors are to be told. */
    public boolean escalationDue() {
        return state == State.BREACHED;
    }

    /** Whether the event stops it: what it measures was done, or has lost its meaning. */
    public boolean isStoppedBy(ShipmentEvent event) {
        return switch (clock) {
            case DETENTION_DECISION -> event instanceof ShipmentDetained || isDecidedBy(event);
            case DETENTION_NOTICE -> event instanceof DetentionNoticeIssued || isDecidedBy(event);
            case DEEMED_EXCLUSION -> isDecidedBy(event);
            case CONDITIONAL_RELEASE -> event instanceof RedeliveryDemanded;
            case REDELIVERY -> event instanceof RedeliveryApproved;
        };
    }

    /** What a partial seizure leaves goes on waiting for its own release. */
    private static boolean isDecidedBy(ShipmentEvent event) {
        return event instanceof ShipmentReleased
                || event instanceof ShipmentSeized seized && seized.extent() == SeizureExtent.FULL;
    }

    /** The same clock further on; it never runs backwards. */
    RunningClock reaching(State next) {
        return next.compareTo(state) > 0 ? new RunningClock(clock, due, warnFrom, next) : this;
    }
}
