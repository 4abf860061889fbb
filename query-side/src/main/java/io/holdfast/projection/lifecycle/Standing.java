package io.holdfast.projection.lifecycle;

import io.holdfast.shipment.HoldId;
import io.holdfast.shipment.HoldType;
import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and active holds of a shipment, as its events leave them. Total: no order of events makes it fail.
 *
 * @param status absent before the first event
 * @param holds the active holds in the order in which they were placed
 */
public record Standing(@Nullable Status status, Map<HoldId, HoldType> holds) {
    /** Before the first event. */
    public static final Standing NONE = new Standing(null, Map.of());

    public Standing {
        holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
    }

    /** Where the shipment stands once this has happened. */
    public Standing after(ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted _, RedeliveryApproved _ -> new Standing(Status.TARGETED, holds);
            case ShipmentCleared _ -> new Standing(Status.RELEASED, Map.of());
            case HoldPlaced e -> placed(e);
            case HoldRemoved e -> removed(e);
            case ExamCompleted _ -> new Standing(Status.INSPECTED, holds);
            case ShipmentSeized _ -> new Standing(Status.SEIZED, holds);
            case ShipmentReleased e ->
                e.kind() == ReleaseKind.REMAINDER ? this : new Standing(Status.RELEASED, Map.of());
            case ExamOrdered _, ExamStarted _, ExamWaived _, ExamResultCorrected _, LabResultRecorded _ -> this;
            case SeizureRequested _, SeizureRejected _, RedeliveryDemanded _ -> this;
            case CustodyTransferred _, CustodyDiscrepancyFound _, ReferredForProsecution _, ArrestRecorded _ -> this;
            case GoodsForfeited _, GoodsDestroyed _, GoodsRemitted _ -> this;
            case Claimed _, ReturnedToQueue _, Reassigned _, Escalated _, Snoozed _ -> this;
            case NoteAdded _, EvidenceAttached _, Tagged _, CasesLinked _, OperationAssigned _ -> this;
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> this;
        };
    }

    private Standing placed(HoldPlaced e) {
        var more = new LinkedHashMap<>(holds);
        more.put(e.holdId(), e.type());
        return new Standing(status == Status.TARGETED ? Status.HELD : status, more);
    }

    /** HELD means that nothing has been examined since the case was opened, so the last hold to go leaves it TARGETED. */
    private Standing removed(HoldRemoved e) {
        var fewer = new LinkedHashMap<>(holds);
        fewer.remove(e.holdId());
        boolean free = status == Status.HELD && fewer.isEmpty();
        return new Standing(free ? Status.TARGETED : status, fewer);
    }
}
