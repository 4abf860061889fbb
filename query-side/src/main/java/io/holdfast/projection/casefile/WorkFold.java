package io.holdfast.projection.casefile;

import io.holdfast.query.CaseParts.*;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import org.jspecify.annotations.Nullable;

/** Folds who works on the case. */
final class WorkFold {
    static final Work UNTOUCHED = new Work(null, null, null, null);

    private WorkFold() {}

    static Work after(Work before, ShipmentEvent event, Act act) {
        return switch (event) {
            case Claimed e -> assigned(before, new Assignment(e.assignee(), act));
            case Reassigned e -> assigned(before, new Assignment(e.assignee(), act));
            case ReturnedToQueue _ -> assigned(before, null);
            case Escalated e ->
                new Work(before.assignment(), new Escalation(e.reason(), act), before.snooze(), before.operation());
            case Snoozed e ->
                new Work(
                        before.assignment(),
                        before.escalation(),
                        new Snooze(e.until(), e.reason(), act),
                        before.operation());
            case OperationAssigned e ->
                new Work(before.assignment(), before.escalation(), before.snooze(), e.operation());
            default -> event.closes() ? new Work(null, null, null, before.operation()) : before;
        };
    }

    private static Work assigned(Work before, @Nullable Assignment assignment) {
        return new Work(assignment, before.escalation(), before.snooze(), before.operation());
    }
}
