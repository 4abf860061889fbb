package io.holdfast.command.automation;

import io.holdfast.shipment.command.ShipmentCommand.EscalateClockBreach;
import java.time.Instant;

/** It is on record that the time of a legal clock is over: supervisors get the case. */
final class WhenClockBreachedThenEscalate {
    private final ClockTasks tasks;

    WhenClockBreachedThenEscalate(ClockTasks tasks) {
        this.tasks = tasks;
    }

    int run(Instant now) {
        return tasks.take(
                ClockStep.ESCALATE,
                now,
                (page, clock) -> new EscalateClockBreach(page.shipment(), clock.clock(), clock.due()));
    }
}
