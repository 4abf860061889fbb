package io.holdfast.benchmarks.retune;

import io.holdfast.command.shipment.ShipmentCommands;
import io.holdfast.shipment.ExamId;
import io.holdfast.shipment.ExamResult;
import io.holdfast.shipment.ExamType;
import io.holdfast.shipment.Finding;
import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.shipment.Technique;
import io.holdfast.shipment.command.ShipmentCommand;
import io.holdfast.shipment.command.ShipmentCommand.CompleteExam;
import io.holdfast.shipment.command.ShipmentCommand.OrderExam;
import io.holdfast.shipment.command.ShipmentCommand.PlaceHold;
import io.holdfast.shipment.command.ShipmentCommand.ReleaseShipment;
import io.holdfast.shipment.command.ShipmentCommand.RemoveHold;
import io.holdfast.shipment.command.ShipmentCommand.StartExam;
import java.util.List;

/**
 * Examines a selected shipment like an inspector and reports the true result; a shipment without findings is released.
 */
final class Examiner {
    private final ShipmentCommands shipments;

    Examiner(ShipmentCommands shipments) {
        this.shipments = shipments;
    }

    void examine(LabelledRow row) {
        ShipmentId shipment = row.declaration().shipmentId();
        var hold = new HoldId("H-" + shipment);
        var exam = new ExamId("E-" + shipment);
        send(new PlaceHold(shipment, hold, HoldType.COMMERCIAL_ENFORCEMENT, null, "Selected", "Examination station"));
        send(new OrderExam(shipment, exam, ExamType.INTENSIVE, null, null));
        send(new StartExam(shipment, exam));
        send(new CompleteExam(shipment, exam, result(row)));
        if (!row.positive()) {
            send(new RemoveHold(shipment, hold, "Nothing found"));
            send(new ReleaseShipment(shipment, ReleaseKind.FULL, null, "Nothing found"));
        }
    }

    private static ExamResult result(LabelledRow row) {
        Finding illegal = row.critical() ? Finding.CONTRABAND_CONFIRMED : Finding.MISDESCRIPTION;
        Finding found = row.positive() ? illegal : Finding.NO_DISCREPANCY;
        return new ExamResult(List.of(found), List.of(Technique.VISUAL), List.of(), List.of(), null);
    }

    private void send(ShipmentCommand command) {
        shipments.send(command, People.INSPECTOR, null);
    }
}
