package io.holdfast.command.automation;

import io.holdfast.shipment.command.ShipmentCommand.EscalateClockBreach;
import java.time.Instant;

/** When the breach of a legal clock is recorded, escalate the case to the supervisors. */
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
