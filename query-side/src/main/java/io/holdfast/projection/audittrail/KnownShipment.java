package io.holdfast.projection.audittrail;

import io.holdfast.actor.UserId;
import io.holdfast.shipment.clock.Clocks;
import io.holdfast.shipment.declaration.Declaration;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Assignment;
import io.holdfast.shipment.state.CaseStatus;
import io.holdfast.value.PortCode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a shipment that the audit trail needs to tell what an event changed. Total: folding never fails,
 * whatever the order of events.
 *
 * @param port absent until the declaration has been seen
 * @param clocks the legal clocks that are running
 * @param traits other values that can change, such as {@code assignee} or {@code exams.e1}
 * @param references the entries to which later entries refer
 */
public record KnownShipment(
        @Nullable PortCode port,
        CaseStatus standing,
        Clocks clocks,
        Map<String, String> traits,
        References references) {
    private static final String ASSIGNEE = "assignee";
    private static final String EXAM = "exams.";
    static final KnownShipment UNKNOWN =
            new KnownShipment(null, CaseStatus.NONE, Clocks.NONE, Map.of(), References.NONE);

    public KnownShipment {
        traits = Collections.unmodifiableMap(new TreeMap<>(traits));
    }

    KnownShipment after(ShipmentEvent event, long version) {
        var next = new TreeMap<>(traits);
        assign(next, event);
        change(next, event);
        if (event.closes()) {
            next.remove("escalated");
            next.remove("snoozedUntil");
        }
        if (event.endsExams()) {
            next.replaceAll((field, was) -> isOpenExam(field, was) ? "DROPPED" : was);
        }
        return new KnownShipment(
                portAfter(event), standing.after(event), clocks.after(event), next, references.after(event, version));
    }

    /** All values that can change, by field. */
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
        return port != null ? port : event.declared().map(Declaration::port).orElse(null);
    }

    private static void change(Map<String, String> traits, ShipmentEvent event) {
        switch (event) {
            case Escalated _ -> traits.put("escalated", "true");
            case Snoozed e -> traits.put("snoozedUntil", e.until().toString());
            case OperationAssigned e -> traits.put("operation", e.operation());
            case ExamOrdered e -> traits.put(EXAM + e.examId().value(), "ORDERED");
            case ExamStarted e -> traits.put(EXAM + e.examId().value(), "STARTED");
            case ExamCompleted e -> traits.put(EXAM + e.examId().value(), "COMPLETED");
            case ExamWaived e -> traits.put(EXAM + e.examId().value(), "WAIVED");
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
            case Claimed _, Reassigned _, ReturnedToQueue _ -> {} // the shared state covers it
            case ShipmentTargeted _, ShipmentCleared _, ShipmentReleased _, HoldPlaced _, HoldRemoved _ -> {}
            case ExamResultCorrected _, LabResultRecorded _, CustodyDiscrepancyFound _ -> {}
            case ReferredForProsecution _, ArrestRecorded _, GoodsForfeited _, GoodsDestroyed _, GoodsRemitted _ -> {}
            case NoteAdded _, EvidenceAttached _, Tagged _, CasesLinked _ -> {}
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> {}
        }
    }

    private static void assign(Map<String, String> traits, ShipmentEvent event) {
        String was = traits.get(ASSIGNEE);
        UserId now = new Assignment(was == null ? null : new UserId(was))
                .after(event)
                .assignee();
        if (now == null) {
            traits.remove(ASSIGNEE);
        } else {
            traits.put(ASSIGNEE, now.value());
        }
    }

    private static boolean isOpenExam(String field, String was) {
        return field.startsWith(EXAM) && (was.equals("ORDERED") || was.equals("STARTED"));
    }
}
