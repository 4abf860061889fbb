package io.holdfast.command.automation;

import io.holdfast.shipment.command.ShipmentCommand.WarnOfClock;
import java.time.Instant;

/** When a legal clock is nearly over, record a warning on the case, which raises it in its queue. */
final class WhenClockDueThenWarn {
    private final ClockTasks tasks;

    WhenClockDueThenWarn(ClockTasks tasks) {
        this.tasks = tasks;
    }

    int run(Instant now) {
        return tasks.take(
                ClockStep.WARN, now, (page, clock) -> new WarnOfClock(page.shipment(), clock.clock(), clock.due()));
    }
}
