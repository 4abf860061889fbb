package io.holdfast.command.automation;

import io.holdfast.shipment.command.ShipmentCommand.RecordClockBreach;
import java.time.Instant;

/** When a legal clock is over, record the breach on the case and start what the law prescribes as a consequence. */
final class WhenClockOverThenRecordBreach {
    private final ClockTasks tasks;

    WhenClockOverThenRecordBreach(ClockTasks tasks) {
        this.tasks = tasks;
    }

    int run(Instant now) {
        return tasks.take(
                ClockStep.RECORD_BREACH,
                now,
                (page, clock) -> new RecordClockBreach(page.shipment(), clock.clock(), clock.due()));
    }
}
