package io.holdfast.command.automation;

import io.holdfast.shipment.command.ShipmentCommand.RecordClockBreach;
import java.time.Instant;

/** The time of a legal clock is over: that becomes part of the record, and what the law has follow begins. */
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
