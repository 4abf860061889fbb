package io.holdfast.projection.audittrail;

import io.holdfast.projection.lifecycle.Standing;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.value.PortCode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail must know of a shipment to tell what an event changed. Total: no order of events makes it fail.
 *
 * @param port absent while its declaration has not been seen
 * @param clocks the legal clocks that run
 * @param traits what else can change, such as {@code assignee} or {@code exams.e1}
 * @param references which entry began what a later one ends, decides, answers or corrects
 */
public record KnownShipment(
        @Nullable PortCode port, Standing standing, Clocks clocks, Map<String, String> traits, References references) {
    static final KnownShipment UNKNOWN = new KnownShipment(null, Standing.NONE, Clocks.NONE, Map.of(), References.NONE);

    public KnownShipment {
        traits = Collections.unmodifiableMap(new TreeMap<>(traits));
    }

    KnownShipment after(ShipmentEvent event, long version) {
        var next = new TreeMap<>(traits);
        change(next, event);
        return new KnownShipment(
                portAfter(event), standing.after(event), clocks.after(event), next, references.after(event, version));
    }

    /** All that can change, by field. */
    Map<String, String> fields() {
        var fields = new TreeMap<>(traits);
        if (standing.status() != null) {
            fields.put("status", standing.status().name());
        }
        standing.holds().forEach((hold, type) -> fields.put("holds." + hold.value(), type.name()));
        clocks.running().forEach(clock -> {
            fields.put("clocks." + clock.clock() + ".due", clock.due().toString());
            fields.put("clocks." + clock.clock() + ".state", clock.state().name());
        });
        return fields;
    }

    private @Nullable PortCode portAfter(ShipmentEvent event) {
        Declaration declared = switch (event) {
            case ShipmentTargeted e -> e.declaration();
            case ShipmentCleared e -> e.declaration();
            default -> null;
        };
        return declared == null || port != null ? port : declared.port();
    }

    private static void change(Map<String, String> traits, ShipmentEvent event) {
        switch (event) {
            case Claimed e -> traits.put("assignee", e.assignee().value());
            case Reassigned e -> traits.put("assignee", e.assignee().value());
            case ReturnedToQueue _ -> traits.remove("assignee");
            case Escalated _ -> traits.put("escalated", "true");
            case Snoozed e -> traits.put("snoozedUntil", e.until().toString());
            case OperationAssigned e -> traits.put("operation", e.operation());
            case ExamOrdered e -> traits.put("exams." + e.examId().value(), "ORDERED");
            case ExamStarted e -> traits.put("exams." + e.examId().value(), "STARTED");
            case ExamCompleted e -> traits.put("exams." + e.examId().value(), "COMPLETED");
            case ExamWaived e -> traits.put("exams." + e.examId().value(), "WAIVED");
            case SeizureRequested e ->
                traits.put("seizureRequests." + e.requestId().value(), "PENDING");
            case ShipmentSeized e ->
                traits.put("seizureRequests." + e.requestId().value(), "APPROVED");
            case SeizureRejected e ->
                traits.put("seizureRequests." + e.requestId().value(), "REJECTED");
            case RedeliveryDemanded e ->
                traits.put("redeliveryDemands." + e.demandId().value(), "PENDING");
            case RedeliveryApproved e ->
                traits.put("redeliveryDemands." + e.demandId().value(), "APPROVED");
            case CustodyTransferred e -> traits.put("custodian", e.to());
            case ShipmentReleased e when e.kind() != ReleaseKind.REMAINDER -> nobodysWork(traits);
            case ShipmentTargeted _, ShipmentCleared _, ShipmentReleased _, HoldPlaced _, HoldRemoved _ -> {}
            case ExamResultCorrected _, LabResultRecorded _, CustodyDiscrepancyFound _ -> {}
            case ReferredForProsecution _, ArrestRecorded _, GoodsForfeited _, GoodsDestroyed _, GoodsRemitted _ -> {}
            case NoteAdded _, EvidenceAttached _, Tagged _, CasesLinked _ -> {}
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> {}
        }
    }

    private static void nobodysWork(Map<String, String> traits) {
        traits.remove("assignee");
        traits.remove("escalated");
        traits.remove("snoozedUntil");
    }
}
