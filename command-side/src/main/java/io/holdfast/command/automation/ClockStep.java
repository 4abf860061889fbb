package io.holdfast.command.automation;

import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.clock.RunningClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What has to be done about a legal clock, each once. */
public enum ClockStep {
    WARN,
    RECORD_BREACH,
    ESCALATE;

    /** The earliest moment at which this may have to be done for a clock; absent when it has not, or was done. */
    Optional<Instant> dueAt(RunningClock clock) {
        return switch (this) {
            case WARN -> clock.state() == RunningClock.State.RUNNING ? Optional.of(clock.warnFrom()) : Optional.empty();
            case RECORD_BREACH -> clock.breached() ? Optional.empty() : Optional.of(clock.due());
            case ESCALATE -> clock.escalationDue() ? Optional.of(clock.due()) : Optional.empty();
        };
    }

    /** The earliest of the moments of some clocks. */
    public Optional<Instant> firstDueAt(Clocks clocks) {
        return clocks.running().stream().flatMap(clock -> dueAt(clock).stream()).min(Comparator.naturalOrder());
    }

    /** Whether it has to be done for a clock at this moment. */
    boolean appliesTo(RunningClock clock, Instant now) {
        return switch (this) {
            case WARN -> clock.isToBeWarnedOf(now);
            case RECORD_BREACH -> clock.isOverUnrecorded(now);
            case ESCALATE -> clock.escalationDue();
        };
    }
}
