package io.holdfast.command.automation;

import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The steps in the life of a legal clock, each taken once. */
public enum ClockStep {
    WARN,
    RECORD_BREACH,
    ESCALATE;

    /** The earliest time at which this step may be due for a clock; empty when it does not apply or was taken. */
    Optional<Instant> dueAt(RunningClock clock) {
        return switch (this) {
            case WARN -> clock.state() == RunningClock.State.RUNNING ? Optional.of(clock.warnFrom()) : Optional.empty();
            case RECORD_BREACH -> clock.breached() ? Optional.empty() : Optional.of(clock.due());
            case ESCALATE -> clock.escalationDue() ? Optional.of(clock.due()) : Optional.empty();
        };
    }

    /** The earliest time at which this step may be due for any of the clocks. */
    public Optional<Instant> firstDueAt(Clocks clocks) {
        return clocks.running().stream().flatMap(clock -> dueAt(clock).stream()).min(Comparator.naturalOrder());
    }

    /** Whether this step is due for a clock at this time. */
    boolean appliesTo(RunningClock clock, Instant now) {
        return switch (this) {
            case WARN -> clock.isToBeWarnedOf(now);
            case RECORD_BREACH -> clock.isOverUnrecorded(now);
            case ESCALATE -> clock.escalationDue();
        };
    }
}
