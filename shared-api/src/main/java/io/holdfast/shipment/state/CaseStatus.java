package io.holdfast.shipment.state;

import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status and the active holds of a shipment. A shipment can have several holds and is free of them only when the
 * last is removed (CBP: "do not RELEASE until all HOLDS removed"). The fold is total: an event that no command could
 * have led to changes as little as possible.
 *
 * @param status absent before there is a case
 * @param holds the active holds in the order in which they were placed; empty unless HELD, INSPECTED or SEIZED
 */
public record CaseStatus(@Nullable Status status, Map<HoldId, HoldType> holds) {
    /** Before the first event. */
    public static final CaseStatus NONE = new CaseStatus(null, Map.of());

    public CaseStatus {
        holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
    }

    /**
     * The status and holds after this event. Only an event with a declaration opens a case; while there is none, every
     * other event is ignored.
     */
    public CaseStatus after(ShipmentEvent event) {
        if (status == null && event.declared().isEmpty()) {
            return this;
        }
        return switch (event) {
            case ShipmentTargeted _, RedeliveryApproved _ -> new CaseStatus(Status.TARGETED, Map.of());
            case ShipmentCleared _ -> new CaseStatus(Status.RELEASED, Map.of());
            case HoldPlaced e -> status == Status.RELEASED ? this : placed(e);
            case HoldRemoved e -> removed(e);
            case ExamCompleted _ -> new CaseStatus(Status.INSPECTED, holds);
            case ShipmentSeized _ -> new CaseStatus(Status.SEIZED, holds);
            case ShipmentReleased e -> e.closes() ? new CaseStatus(Status.RELEASED, Map.of()) : this;
            case ExamOrdered _, ExamStarted _, ExamWaived _, ExamResultCorrected _, LabResultRecorded _ -> this;
            case SeizureRequested _, SeizureRejected _, RedeliveryDemanded _ -> this;
            case CustodyTransferred _, CustodyDiscrepancyFound _, ReferredForProsecution _, ArrestRecorded _ -> this;
            case GoodsForfeited _, GoodsDestroyed _, GoodsRemitted _ -> this;
            case Claimed _, ReturnedToQueue _, Reassigned _, Escalated _, Snoozed _ -> this;
            case NoteAdded _, EvidenceAttached _, Tagged _, CasesLinked _, OperationAssigned _ -> this;
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> this;
        };
    }

    private CaseStatus placed(HoldPlaced e) {
        var more = new LinkedHashMap<>(holds);
        more.putLast(e.holdId(), e.type());
        return new CaseStatus(status == Status.TARGETED ? Status.HELD : status, more);
    }

    /**
     * HELD means that nothing has been examined since the case was opened, so removing the last hold makes it TARGETED
     * again.
     */
    private CaseStatus removed(HoldRemoved e) {
        var fewer = new LinkedHashMap<>(holds);
        fewer.remove(e.holdId());
        boolean free = status == Status.HELD && fewer.isEmpty();
        return new CaseStatus(free ? Status.TARGETED : status, fewer);
    }
}
