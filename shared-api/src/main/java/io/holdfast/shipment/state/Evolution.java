package io.holdfast.shipment.state;

import io.holdfast.shipment.ReleaseKind;
import io.holdfast.shipment.event.ShipmentEvent;
import io.holdfast.shipment.event.ShipmentEvent.*;
import io.holdfast.shipment.state.Custody.Goods;
import io.holdfast.shipment.state.ShipmentState.Declared;
import io.holdfast.shipment.state.ShipmentState.Demand;
import io.holdfast.shipment.state.ShipmentState.Held;
import io.holdfast.shipment.state.ShipmentState.Inspected;
import io.holdfast.shipment.state.ShipmentState.Released;
import io.holdfast.shipment.state.ShipmentState.Seized;
import io.holdfast.shipment.state.ShipmentState.SeizureRequest;
import io.holdfast.shipment.state.ShipmentState.Targeted;
import io.holdfast.shipment.state.ShipmentState.Undeclared;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each event makes of each stage. Total: an event that no command could have led to changes as little as it can. */
final class Evolution {
    private Evolution() {}

    static ShipmentState after(ShipmentState stage, ShipmentEvent event) {
        return switch (stage) {
            case Undeclared none -> opened(none, event);
            case Declared declared -> ticking(after(declared, event), event);
        };
    }

    private static ShipmentState opened(Undeclared none, ShipmentEvent event) {
        return switch (event) {
            case ShipmentTargeted e
            when e.declaration() != null -> new Targeted(CaseDetails.opened(e.declaration(), Status.TARGETED));
            case ShipmentCleared e -> new Released(CaseDetails.opened(e.declaration(), Status.RELEASED), e.at(), null);
            default -> none;
        };
    }

    private static ShipmentState after(Declared d, ShipmentEvent event) {
        CaseDetails details = d.details();
        return switch (event) {
            case ShipmentTargeted _ -> new Targeted(details.calledBack(false));
            case ShipmentCleared e -> new Released(details.closed(), e.at(), null);
            case HoldPlaced e -> held(d, d.holds().plus(e.holdId()));
            case HoldRemoved e -> held(d, d.holds().minus(e.holdId()));
            case ExamOrdered e -> d.with(details.with(e.examId(), new Exam.Ordered(e.type())));
            case ExamStarted e -> d.with(details.with(e.examId(), new Exam.Started()));
            case ExamCompleted e ->
                new Inspected(details.with(e.examId(), new Exam.Completed(e.result())), d.holds(), pending(d));
            case ExamWaived e -> d.with(details.with(e.examId(), new Exam.Dropped()));
            case ExamResultCorrected e -> d.with(details.with(e.examId(), new Exam.Completed(e.result())));
            case LabResultRecorded e -> d.with(details.withLaboratory(e.result().finding()));
            case SeizureRequested e ->
                asked(d, new SeizureRequest(e.requestId(), e.extent(), e.lines(), e.requestedBy()));
            case SeizureRejected _ -> asked(d, null);
            case ShipmentSeized e -> new Seized(details.examined(), d.holds(), Custody.of(e.extent(), e.lines()));
            case CustodyTransferred e -> kept(d, custody -> custody.weighed(e.weighed()));
            case GoodsForfeited _ -> kept(d, Custody::forfeit);
            case GoodsDestroyed e ->
                kept(d, custody -> custody.weighed(e.weighed()).now(Goods.DESTROYED));
            case GoodsRemitted _ -> kept(d, custody -> custody.now(Goods.REMITTED));
            case ShipmentReleased e ->
                e.kind() == ReleaseKind.REMAINDER
                        ? kept(d, Custody::withoutRemainder)
                        : new Released(details.closed(), e.at(), null);
            case RedeliveryDemanded e -> demanded(d, new Demand(e.demandId(), e.demandedBy()));
            case RedeliveryApproved _ -> new Targeted(details.calledBack(true));
            case Claimed e -> d.with(details.assignedTo(e.assignee()));
            case Reassigned e -> d.with(details.assignedTo(e.assignee()));
            case ReturnedToQueue _ -> d.with(details.assignedTo(null));
            case CustodyDiscrepancyFound _, ReferredForProsecution _, ArrestRecorded _ -> d;
            case CasesLinked e -> d.with(details.linked(new Link(e.other(), e.relation())));
            case Escalated _, Snoozed _, NoteAdded _, EvidenceAttached _, Tagged _ -> d;
            case OperationAssigned _ -> d;
            case ShipmentDetained _, DetentionNoticeIssued _, ClockStarted _, ClockWarned _, ClockBreached _ -> d;
        };
    }

    private static ShipmentState ticking(ShipmentState stage, ShipmentEvent event) {
        return stage instanceof Declared d ? d.with(d.details().ticking(event)) : stage;
    }

    /** HELD means that nothing has been examined since the case was opened, so the last hold to go leaves it TARGETED. */
    private static ShipmentState held(Declared d, Holds holds) {
        return switch (d) {
            case Targeted _, Held _ -> holds.none() ? new Targeted(d.details()) : new Held(d.details(), holds);
            case Inspected i -> new Inspected(i.details(), holds, i.pending());
            case Seized s -> new Seized(s.details(), holds, s.custody());
            case Released r -> r;
        };
    }

    private static @Nullable SeizureRequest pending(Declared d) {
        return d instanceof Inspected i ? i.pending() : null;
    }

    private static ShipmentState asked(Declared d, @Nullable SeizureRequest request) {
        return d instanceof Inspected i ? new Inspected(i.details(), i.holds(), request) : d;
    }

    private static ShipmentState kept(Declared d, UnaryOperator<Custody> change) {
        return d instanceof Seized s ? new Seized(s.details(), s.holds(), change.apply(s.custody())) : d;
    }

    private static ShipmentState demanded(Declared d, Demand demand) {
        return d instanceof Released r ? new Released(r.details(), r.since(), demand) : d;
    }
}
